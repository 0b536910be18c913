import type {HostMessage} from '../../../protocol/frame.js';
import type {WindowId, WindowUse} from '../../../protocol/frame-window.js';
import {GUEST_OF} from '../../../protocol/frame-state.js';
import {SITE_ORIGIN} from '../../../protocol/http.js';
import {defineProperty} from '../natives.js';
import {know} from './known.js';
import {standInFor} from './stand-in.js';

/** Most values that are kept for other windows. */
const MOST_RESULTS = 1000;

/** What other windows' calls came to, by who called and the number that they gave it. */
const results = new Map<string, unknown>();

type Told = Extract<HostMessage, {kind: 'told'}>;

type Holder = Readonly<Record<string, unknown>>;

/** Does what a script in another window does to this one. */
export function onTold({window: from, name, url, action}: Told): void {
  know(from, name).url = url;
  if (action.act === 'post') receive(from, action.data);
  else if (action.act === 'call' || action.act === 'set') beUsed(from, action);
}

function receive(from: WindowId, data: unknown): void {
  const event = new MessageEvent('message', {data, origin: SITE_ORIGIN});
  // Its constructor takes real windows only.
  defineProperty(event, 'source', {value: standInFor(from)});
  dispatchEvent(event);
}

function beUsed(from: WindowId, {act, on, path, args, own, result}: WindowUse): void {
  const base: unknown = on === 0 ? window : results.get(`${from} ${on}`);
  const holder = path.slice(0, -1).reduce((value, key) => shimmed(value)[key], base);
  const key = path.at(-1) ?? '';
  const given = args.map((arg, index) => (own.includes(index) ? standInFor(from) : arg));
  if (act === 'set') Reflect.set(shimmed(holder), key, given[0]);
  else keep(`${from} ${result}`, call(holder, key, given));
}

/** What a script would see in its place: another `location` of windows and documents. */
function shimmed(value: unknown): Holder {
  return (window as unknown as Record<string, (value: unknown) => Holder>)[GUEST_OF]!(value);
}

function call(holder: unknown, key: string, args: readonly unknown[]): unknown {
  const method = shimmed(holder)[key];
  if (typeof method === 'function') return Reflect.apply(method, holder, args);
  // It is no error of this window's scripts, whose handlers would hear of one.
  console.warn(`Another window has called ${key}, which is no function here.`);
  return undefined;
}

function keep(name: string, value: unknown): void {
  results.set(name, value);
  const [oldest = ''] = results.keys();
  if (results.size > MOST_RESULTS) results.delete(oldest);
}
