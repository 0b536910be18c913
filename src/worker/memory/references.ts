import {PlaygroundError} from '../../protocol/failure.js';
import type {LocalTime} from '../local-time.js';

/** What a memory refers to outside of itself. */
export interface References {
  /** JavaScript objects, as Pyodide writes them. */
  readonly objects: object;
  readonly localTime: LocalTime;
}

/** The host object itself, or one of its functions by name. */
interface HostReference {
  readonly host: string | null;
}

/** The object in which Python finds what JavaScript offers; see `django_playground.bridge`. */
const NAME = 'djangoPlayground';

type Host = Readonly<Record<string, unknown>>;

/** Offer functions to Python. */
export function offerHost(host: Host): void {
  Object.assign(globalThis, {[NAME]: host});
}

/** Offer more of them. */
export function offerAlso(more: Host): void {
  offerHost({...offered(), ...more});
}

function offered(): Host {
  return (globalThis as unknown as Record<string, Host>)[NAME] ?? {};
}

/**
 * Name an object of JavaScript that Python holds.
 *
 * @throws PlaygroundError `not-snapshotted` for one that will not be there after a restore.
 */
export function toReference(object: unknown): HostReference {
  const host = offered();
  if (object === host) return {host: null};
  const name = Object.keys(host).find(key => host[key] === object);
  if (name !== undefined) return {host: name};
  throw new PlaygroundError({
    code: 'not-snapshotted',
    message: `The project keeps an object of JavaScript (${String(object)}), which would not be there after a restore.`,
  });
}

export function fromReference({host}: HostReference): unknown {
  return host === null ? offered() : offered()[host];
}
