import {base} from '../place.js';
import {ask} from './ask.js';
import {styleValue} from './files.js';

/** Whether a stylesheet may name something that is neither in it nor another site's. */
const NAMES_FILES = /(?:url\(|@import\s|image-set\()\s*["']?(?!\s*["']?(?:data:|blob:|https:|#))/i;

const filled = new WeakMap<object, string>();

/** Puts the site's files into a `<style>`. */
export function fillStyleElement(style: HTMLStyleElement): void {
  const text = style.textContent;
  if (!isNew(style, text)) return;
  void inline(text).then(inlined => {
    if (style.textContent !== text) return;
    filled.set(style, inlined);
    style.textContent = inlined;
  });
}

/** Puts the site's files into an element's own style. */
export function fillDeclarations(style: CSSStyleDeclaration): void {
  const {cssText} = style;
  if (!cssText.includes('url(') || !isNew(style, cssText)) return;
  for (const name of style) {
    const value = style.getPropertyValue(name);
    if (value.includes('url(')) void fillProperty(style, name, value);
  }
}

async function fillProperty(
  style: CSSStyleDeclaration,
  name: string,
  value: string,
): Promise<void> {
  const inlined = await styleValue(value);
  if (inlined === value || style.getPropertyValue(name) !== value) return;
  style.setProperty(name, inlined, style.getPropertyPriority(name));
}

/** Makes stylesheets that scripts write come here. */
export function watchSheets(): void {
  const {insertRule, replace, replaceSync} = CSSStyleSheet.prototype;
  const {insertRule: insertIntoGroup} = CSSGroupingRule.prototype;

  CSSStyleSheet.prototype.insertRule = function (rule, index) {
    return insert(this, insertRule, rule, index);
  };
  CSSGroupingRule.prototype.insertRule = function (rule, index) {
    return insert(this, insertIntoGroup, rule, index);
  };
  CSSStyleSheet.prototype.replaceSync = function (text) {
    replaceSync.call(this, text);
    if (isNew(this, text)) void replaceInlined(this, text, replaceSync);
  };
  CSSStyleSheet.prototype.replace = async function (text) {
    if (isNew(this, text)) await replaceInlined(this, text, replaceSync);
    else await replace.call(this, text);
    return this;
  };
}

interface RuleList {
  readonly cssRules: CSSRuleList;
  deleteRule(index: number): void;
}

/** The rule is there at once, and takes its files a moment later. */
function insert<List extends RuleList>(
  list: List,
  native: (this: List, rule: string, index?: number) => number,
  text: string,
  index?: number,
): number {
  const at = native.call(list, text, index);
  const rule = list.cssRules[at];
  if (NAMES_FILES.test(text)) {
    void inline(text).then(inlined => {
      const now = [...list.cssRules].findIndex(other => other === rule);
      if (now < 0 || inlined === text) return;
      list.deleteRule(now);
      native.call(list, inlined, now);
    });
  }
  return at;
}

async function replaceInlined(
  sheet: CSSStyleSheet,
  text: string,
  replaceSync: (this: CSSStyleSheet, text: string) => void,
): Promise<void> {
  const inlined = await inline(text);
  if (filled.get(sheet) === text) replaceSync.call(sheet, inlined);
}

/** Whether a text has something to be got, and is not the one that was filled last. */
function isNew(style: object, text: string): boolean {
  if (filled.get(style) === text) return false;
  filled.set(style, text);
  return NAMES_FILES.test(text);
}

async function inline(text: string): Promise<string> {
  const answer = await ask({kind: 'css', text, base: base()});
  return typeof answer === 'string' ? answer : text;
}
