/** What Markdown engines, typographers and slips do to markup, and what to do about it. */
import {codeOnly} from '../python-tokens.js';
import type {Found} from './children.js';

/** What each tag's author was told of, so that it is said once. */
const told = new WeakMap<Element, string>();

const BLANK_LINES =
  'In Markdown, put a blank line before and after each <script>, or use code blocks with a data-path';

/** @returns One or two sentences for each thing that is wrong. */
export function findFaults(element: Element, {children, unnamed}: Found): string[] {
  const faults = children.flatMap(({path, content}) =>
    typeof content === 'string' ? faultsOf(path, content).map(fault => `${path}: ${fault}`) : [],
  );
  if (hasLeftOver(element)) {
    faults.push(`There is markup of a file that stands as text within the tag. ${BLANK_LINES}.`);
  }
  if (unnamed.length > 0) {
    const what =
      unnamed.length === 1
        ? 'A code block does not say which file it is, and is'
        : `${unnamed.length} code blocks do not say which files they are, and are`;
    faults.push(
      `${what} left out. Add data-path="polls/views.py", or begin the code with a comment such as ` +
        '“# polls/views.py”.',
    );
  }
  return faults;
}

/** Tell the author, in the browser's console. */
export function warn(element: Element, faults: readonly string[]): void {
  const text = faults.join('\n');
  if (!text || text === told.get(element)) return;
  told.set(element, text);
  console.warn(`<${element.localName}>\n${text}`, element);
}

function faultsOf(path: string, text: string): string[] {
  if (/<script\b[^>]*x-django|<\/django-playground/i.test(text)) {
    return ['It goes on into what follows. End its script with </script>.'];
  }
  if (!path.endsWith('.py')) return [];
  const code = codeOnly(text);
  if (/<\/?p>/.test(code)) return [`There are paragraphs in it. ${BLANK_LINES}.`];
  if (/[“”‘’«»]/.test(code)) {
    return ['Its quotes are not straight. Keep what makes quotes typographic away from code.'];
  }
  if (/&(?:quot|lt|gt|amp|#39|#x27);/.test(code)) {
    return [`Its characters are escaped, e.g. &quot;. ${BLANK_LINES}.`];
  }
  return code.includes('\u00a0') ? ['It has spaces that do not break, which Python refuses.'] : [];
}

/** Whether text between the files looks like what should be one. */
function hasLeftOver(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const {parentElement, textContent} = walker.currentNode;
    const isShown = !parentElement?.closest('script, style, pre, code, [slot]');
    if (isShown && /<\/?script|text\/x-django|\bpath=["“”]/.test(textContent ?? '')) return true;
  }
  return false;
}
