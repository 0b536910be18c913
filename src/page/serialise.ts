/**
 * A document as markup that parses into the same document again.
 *
 * @param document Made by `DOMParser`; it is changed where markup cannot say what it is.
 */
export function serialise(document: Document): string {
  keepFormOwners(document);
  keepLeadingNewlines(document);
  return [...document.childNodes].map(serialiseNode).join('');
}

function serialiseNode(node: ChildNode): string {
  // By type: another window's nodes are of classes of its own.
  switch (node.nodeType) {
    case Node.DOCUMENT_TYPE_NODE:
      return serialiseDoctype(node as DocumentType);
    case Node.COMMENT_NODE:
      return `<!--${(node as Comment).data}-->`;
    case Node.ELEMENT_NODE:
      return (node as unknown as Element).outerHTML;
    default:
      return '';
  }
}

function serialiseDoctype({name, publicId, systemId}: DocumentType): string {
  const isPublic = publicId === '' ? '' : ` PUBLIC "${publicId}"`;
  const system = systemId === '' ? '' : `${isPublic === '' ? ' SYSTEM' : ''} "${systemId}"`;
  return `<!DOCTYPE ${name}${isPublic}${system}>`;
}

/**
 * A form that begins in a table, outside of a cell, owns controls that are not within it: they
 * were parsed before its end tag. New markup would leave them without a form, so an attribute says
 * it.
 */
function keepFormOwners(document: Document): void {
  let count = 0;
  const controls = document.querySelectorAll<HTMLInputElement>(
    'button, fieldset, input, object, output, select, textarea',
  );
  for (const control of controls) {
    const form = control.form ?? formInTable(control);
    if (form === null || form.contains(control) || control.hasAttribute('form')) continue;
    if (!form.getAttribute('id')) form.setAttribute('id', `playground-form-${++count}`);
    control.setAttribute('form', form.getAttribute('id') ?? '');
  }
}

/** What Chromium does not remember of a parsed document: the form before a control in its table. */
function formInTable(control: Element): Element | null {
  const forms = control
    .closest('table')
    ?.querySelectorAll(':is(table, thead, tbody, tfoot, tr) > form:empty');
  return [...(forms ?? [])].findLast(form => isBefore(form, control)) ?? null;
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** A parser drops the first newline within these elements, so one that counts needs another. */
function keepLeadingNewlines(root: ParentNode): void {
  for (const element of root.querySelectorAll('pre, textarea, listing')) {
    const first = element.firstChild;
    if (first?.nodeType !== Node.TEXT_NODE) continue;
    const text = first as Text;
    if (text.data.startsWith('\n')) text.data = `\n${text.data}`;
  }
  for (const template of root.querySelectorAll('template')) keepLeadingNewlines(template.content);
}
