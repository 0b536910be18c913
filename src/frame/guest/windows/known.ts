import type {WantedWindow, WindowId} from '../../../protocol/frame-window.js';

/** Where a link, a form or a script wants a page to be shown, if it is another window. */
export type Target = Omit<WantedWindow, 'id'>;

/** What is known of another window. */
interface Known {
  name: string;
  /** Absolute, as far as this document knows. */
  url: string;
  closed: boolean;
}

const windows = new Map<WindowId, Known>();

/** Names that mean the window itself, since there is none around it. */
const HERE: ReadonlySet<string> = new Set(['', '_self', '_parent', '_top']);

/**
 * The window that a `target` means; `undefined` where it is this one.
 *
 * @param hasOpener Whether it may know who opened it.
 */
export function targetNamed(name: string, hasOpener: boolean): Target | undefined {
  const word = name.toLowerCase();
  if (HERE.has(word) || name === window.name) return undefined;
  return {name: word === '_blank' ? '' : name, hasOpener};
}

/** What is known of a window. */
export function know(id: WindowId, name?: string): Known {
  const known = windows.get(id) ?? {name: '', url: 'about:blank', closed: false};
  if (name !== undefined) known.name = name;
  windows.set(id, known);
  return known;
}

/** Whether this document has opened it, and it is still open. */
export function isKnown({name}: Target): boolean {
  return find(name) !== undefined;
}

/** The window that this document has opened by the name, or else a new one. */
export function want({name, hasOpener}: Target): WantedWindow {
  const id = find(name) ?? String(Math.random());
  know(id, name);
  return {id, name, hasOpener};
}

function find(name: string): WindowId | undefined {
  for (const [id, known] of windows) {
    if (name !== '' && known.name === name && !known.closed) return id;
  }
  return undefined;
}
