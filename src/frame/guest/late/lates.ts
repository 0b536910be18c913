/** An attribute that names a file which the browser cannot get by itself. */
export interface Late {
  /** What the site has written. */
  readonly written: string;
  /**
   * Until the element is in the document, until the file is there, and from then on.
   */
  state: 'waiting' | 'asked' | 'there' | 'failed';
  /** What the browser has been given instead, once it is there. */
  given?: string;
  /** Settles once it is there or failed. */
  settling?: Promise<void>;
}

const lates = new WeakMap<Element, Map<string, Late>>();

export function lateOf(element: Element, name: string): Late | undefined {
  return lates.get(element)?.get(name);
}

/** Takes note of what the site has written. */
export function keep(element: Element, name: string, written: string): Late {
  const late: Late = {written, state: 'waiting'};
  const own = lates.get(element) ?? new Map<string, Late>();
  own.set(name, late);
  lates.set(element, own);
  return late;
}

export function forget(element: Element, name: string): void {
  lates.get(element)?.delete(name);
}

/** What an element waits for. */
export function pendingOf(element: Element): Late | undefined {
  return [...(lates.get(element)?.values() ?? [])].find(({state}) => /^[wa]/.test(state));
}
