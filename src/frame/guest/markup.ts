import {markupNamesSite, markupWithScripts} from './late/files.js';
import {isAsync} from './late/natives.js';
import {addEventListener, closeDocument, getAttribute, hasAttribute, write} from './natives.js';

/** What has a script write something of its own. */
const WRITES = /\.write(?:ln)?\b/;

/** Scripts that the parser does not wait for, or not any more. */
const seen = new WeakSet<EventTarget>();

/** Whether there is more of the markup to come. */
let isComing = false;

/** What scripts have written, from the first script of the site on. */
let held = '';

/**
 * Writes the markup of a document, as far as scripts let it: where one writes scripts of the site, what
 * comes after it waits until they are there, as a parser would wait for them.
 */
export async function writeMarkup(markup: string): Promise<void> {
  isComing = true;
  const rest = WRITES.test(markup) ? afterScripts(markup) : [markup];
  for (const type of ['load', 'error']) {
    addEventListener(document, type, ({target}) => target && seen.add(target), {capture: true});
  }
  for (let piece = rest.shift(); piece !== undefined; piece = rest.shift()) {
    write(document, piece);
    for (const script of rest.length > 0 ? blockers() : []) await ended(script);
    while (held !== '') {
      const text = held;
      const made = await markupWithScripts(text);
      if (held !== text) continue;
      held = '';
      rest.unshift(...afterScripts(made));
    }
    if (!isComing) return;
  }
  isComing = false;
  closeDocument(document);
}

/** Whether nobody may end the document yet. */
export function isMarkupComing(): boolean {
  return isComing;
}

/** Another document has begun. */
export function dropMarkup(): void {
  isComing = false;
  held = '';
}

/** Writes what a script writes, but for what has to wait. */
export function writeWithin(text: string): void {
  const isHeld = isComing && (held !== '' || markupNamesSite(text));
  const start = isHeld && held === '' ? text.search(/<script\b/i) : 0;
  if (isHeld) held += text.slice(start);
  write(document, isHeld ? text.slice(0, start) : text);
}

/** Markup in pieces, each but the last with a script at its end. */
function afterScripts(markup: string): string[] {
  return markup.match(/.+?(?:<\/script>|$)/gis) ?? [];
}

/** Scripts that have come since this was last asked, and that the parser waits for. */
function blockers(): readonly HTMLScriptElement[] {
  const fresh = [...document.querySelectorAll('script')].filter(script => !seen.has(script));
  for (const script of fresh) seen.add(script);
  return fresh.filter(blocks);
}

function blocks(script: HTMLScriptElement): boolean {
  const type = getAttribute(script, 'type')?.trim() ?? '';
  const isClassic = type === '' || /(?:java|ecma)script$/i.test(type);
  const isPatient = isAsync(script) || script.defer || script.noModule;
  return isClassic && !isPatient && hasAttribute(script, 'src');
}

/** Settles once a script has run, or cannot be had. */
function ended(script: HTMLScriptElement): Promise<unknown> {
  return new Promise(resolve => {
    for (const type of ['load', 'error']) addEventListener(script, type, resolve, {once: true});
  });
}
