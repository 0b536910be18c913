/** What is in a block beside its code: buttons, numbers of lines, prompts, marks. */
const DECORATION =
  'button, clipboard-copy, svg, style, script, template, nav, aside, .headerlink, ' +
  '[aria-hidden="true"], [style*="user-select:none"], [style*="user-select: none"]';

/** What numbers of lines are called. That it is a number has to be seen as well. */
const NUMBER = /(?:^|[\s_-])(?:lnt?|linenos?|line-?num(?:ber)?s?|lines?-?no|gutter)(?:$|[\s_-])/i;

/** Elements that are lines, or hold them, without a line break after each. */
const LINES = /^(?:div|li|p|tr)$/;

/**
 * The exact text of a block of code, whatever a highlighter made of it: spans, a table or a list of
 * lines, numbers, buttons to copy it. Lines and indentation that were kept up with other spaces
 * than the plain one are as they were.
 */
export function codeText(block: Element): string {
  const text = [...block.childNodes].map(textOf).join('');
  // Some write every space so.
  const plain = text.includes(' ') ? text : text.replaceAll('\u00a0', ' ');
  return plain
    .replace(/^(?: |[\u00a0\u200b\ufeff]+)$/gm, '')
    .replace(/^[ \t\u00a0]+/gm, indent => indent.replaceAll('\u00a0', ' '));
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  if (node.localName === 'br') return '\n';
  if (node.matches(DECORATION)) return '';
  const text = [...node.childNodes].map(textOf).join('');
  if (isNumber(node, text)) return '';
  return LINES.test(node.localName) && !text.endsWith('\n') ? `${text}\n` : text;
}

function isNumber(element: Element, text: string): boolean {
  if (!/^[\s\d.:|]*$/.test(text)) return false;
  return element.hasAttribute('data-line-number') || NUMBER.test(element.className);
}
