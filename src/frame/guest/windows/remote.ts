import type {WindowAction, WindowId, WindowUse} from '../../../protocol/frame-window.js';
import {say} from '../host.js';
import {know} from './known.js';

/** Something of another window. */
interface Place {
  readonly id: WindowId;
  readonly on: number;
  readonly path: readonly string[];
}

/** How many values have been given a number. */
let results = 0;

/** Says to the host what a script does to another window, or to its own. */
export function tell(window: WindowId, action: WindowAction): void {
  if (!know(window).closed) say({kind: 'tell', window, action});
}

/**
 * A property of something in another window: it can be called, set, and asked for more. Nothing of
 * it comes back; but what a call comes to can be used in the same way.
 */
export function remoteProperty(place: Place, key: string | symbol): unknown {
  // Or else it would be taken for a promise.
  if (typeof key === 'symbol' || key === 'then') return undefined;
  return remote({...place, path: [...place.path, key]});
}

export function setRemote({id, on, path}: Place, key: string | symbol, value: unknown): boolean {
  if (typeof key === 'string') use(id, {act: 'set', on, path: [...path, key], args: [value]});
  return true;
}

function remote(place: Place): object {
  return new Proxy(() => {}, {
    get: (_target, key) => remoteProperty(place, key),
    set: (_target, key, value: unknown) => setRemote(place, key, value),
    apply: (_target, _self, args: unknown[]) => {
      const {id, on, path} = place;
      return remote({id, on: use(id, {act: 'call', on, path, args}), path: []});
    },
  });
}

/** @returns the number of the value over there. */
export function use(id: WindowId, {args, ...used}: Omit<WindowUse, 'own' | 'result'>): number {
  const result = ++results;
  const own = args.flatMap((arg, index) => (arg === window ? [index] : []));
  const given = args.map(arg => (arg === window ? null : arg));
  try {
    tell(id, {...used, args: given, own, result});
  } catch {
    console.warn(
      `${used.path.join('.')} of another window got something that cannot be given to it: in a playground, windows have messages of each other, without functions and elements.`,
    );
  }
  return result;
}
