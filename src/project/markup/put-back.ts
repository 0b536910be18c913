import {readBlock} from './block.js';
import {codeBlocks, isCodeBlock} from './code-blocks.js';

/** What says of itself that it belongs to another one stays where it is. */
const SCRIPT =
  'script:is([type="text/x-django" i], [type="text/x-requirements" i]):not([for], [data-for])';

/**
 * Put files back into a tag that the HTML parser closed too early: a `<p>` that a Markdown engine
 * makes around an opening tag ends it before its children. They are what follows then, up to the
 * next thing that is no file.
 */
export function putBack(element: Element): void {
  const {parentElement: parent} = element;
  const paragraph = parent?.localName === 'p' && !nextOf(element) ? parent : null;
  const isFile = (node: Element): boolean =>
    isScript(node) || (paragraph !== null && isBlock(node));
  for (;;) {
    const next = nextOf(paragraph ?? element);
    if (!(next instanceof Element && isFile(next))) return;
    element.append(next);
  }
}

/** The next sibling that is not blank. */
function nextOf({nextSibling}: Node): Node | null {
  let next = nextSibling;
  while (next && !(next instanceof Element) && !(next instanceof Text && next.data.trim())) {
    next = next.nextSibling;
  }
  return next;
}

/** Whether it is a file's script, or a paragraph around some. */
function isScript(element: Element): boolean {
  if (element.matches(SCRIPT)) return true;
  const {childElementCount, children} = element;
  const isBlank = [...element.childNodes].every(
    node => !(node instanceof Text && node.data.trim()),
  );
  return childElementCount > 0 && isBlank && [...children].every(child => child.matches(SCRIPT));
}

/** Whether it is, or holds, a code block that says which file it is. */
function isBlock(element: Element): boolean {
  if (element.matches('[data-for], :has([data-for])')) return false;
  const blocks = isCodeBlock(element) ? [element] : codeBlocks(element);
  return blocks.length === 1 && readBlock(blocks[0]!, element, element.baseURI) !== undefined;
}
