import {moves, reload} from '../moves.js';
import {DOMException, structuredClone} from '../natives.js';
import {currentPlace, currentUrl, enter, isOnSite, resolve, setRestoration} from '../place.js';
import {override} from './override.js';

/** Makes `history` go through the entries of this view of the site. */
export function installHistory(): void {
  const {prototype} = History;
  Object.assign(prototype, {
    pushState: (state: unknown, _unused: string, url?: string | URL | null) =>
      add(state, url, false),
    replaceState: (state: unknown, _unused: string, url?: string | URL | null) =>
      add(state, url, true),
    go: (delta: unknown = 0) => traverse(Number(delta) | 0),
    back: () => moves.traverse(-1),
    forward: () => moves.traverse(1),
  });
  override(prototype, 'length', {get: () => currentPlace().length});
  override(prototype, 'state', {get: () => currentPlace().state});
  override(prototype, 'scrollRestoration', {
    get: () => (currentPlace().isManual ? 'manual' : 'auto'),
    set: (value: unknown) => {
      if (value === 'manual' || value === 'auto') setRestoration(value === 'manual');
    },
  });
}

/**
 * @throws DOMException `DataCloneError` for a state that cannot be kept, `SecurityError` for an
 *   address of another site.
 */
function add(data: unknown, address: string | URL | null | undefined, replaces: boolean): void {
  const state: unknown = structuredClone(data);
  // An empty one is the document's own with its fragment, whatever its base.
  const isGiven = address !== undefined && address !== null && String(address) !== '';
  const url = isGiven ? resolve(String(address)) : null;
  if (isGiven && (url === null || !isOnSite(url))) {
    throw new DOMException(
      `A history state with URL '${address}' cannot be created in a document with URL '${currentUrl()}'.`,
      'SecurityError',
    );
  }
  const entry = {url: url?.href ?? currentUrl(), state};
  const kind = replaces ? 'replace' : 'push';
  if (moves.allow({kind, isWithin: true, ...entry})) enter(entry, replaces);
}

function traverse(delta: number): void {
  if (delta === 0) reload(currentUrl());
  else moves.traverse(delta);
}
