/** What in the prose around playgrounds acts on one of them. */
export const PROSE = '[data-django-manage], [data-django-path], [data-django-file]';

/**
 * The playground that something in the prose belongs to: the one named by `data-for`, or else the
 * nearest before it, or else the first of the page.
 *
 * @param name Tag of playgrounds.
 */
export function playgroundOf(prose: Element, name: string): Element | undefined {
  const root = prose.getRootNode() as Document | ShadowRoot;
  const id = prose.closest('[data-for]')?.getAttribute('data-for');
  const all = [...root.querySelectorAll(name)];
  if (id) return all.find(each => each.id === id);
  return all.findLast(each => isBefore(each, prose)) ?? all[0];
}

/**
 * The commands in the prose that belong to a playground, in their order, as they are written. Those
 * that its later steps can do without are left out.
 */
export function commandsOf(playground: Element): string[] {
  const root = playground.getRootNode() as Document | ShadowRoot;
  return [...root.querySelectorAll('[data-django-manage]:not([data-optional])')]
    .filter(each => playgroundOf(each, playground.localName) === playground)
    .map(commandOf);
}

/** The command that an element stands for: what its attribute says, or else what it reads. */
export function commandOf(prose: Element): string {
  return prose.getAttribute('data-django-manage')?.trim() || prose.textContent.trim();
}

/** Whether a playground stands before the prose or around it. */
function isBefore(playground: Element, prose: Element): boolean {
  const position = playground.compareDocumentPosition(prose);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
