import {defineProperty} from '../natives.js';
import {type Body, serialise} from './body.js';
import {exchange} from './exchange.js';
import {natives} from './natives.js';
import {siteUrl} from './site-url.js';

/** Largest body of a beacon, in bytes. */
const LARGEST = 64 * 1024;

/** Types of which a browser does not ask first whether they may be sent. */
const SIMPLE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b|^$/i;

/** @returns whether it was not too much to be sent. */
function sendBeacon(this: Navigator, address: string | URL, data: BodyInit | null = null): boolean {
  const url = siteUrl(address);
  if (!url) return natives.sendBeacon.call(this, address, data);
  const {size = 0} = (data ?? {}) as Partial<Blob>;
  const body = serialise(data);
  if (size > LARGEST || ('bytes' in body && body.bytes.length > LARGEST)) return false;
  if ('bytes' in body) post(url, body);
  else void body.then(read => post(url, read));
  return true;
}

/** Nobody waits for the answer. */
function post({href}: URL, {bytes, type}: Body): void {
  exchange({
    method: 'POST',
    url: href,
    headers: type === '' ? [] : [['Content-Type', type]],
    body: bytes,
    mode: SIMPLE.test(type) ? 'no-cors' : 'cors',
    credentials: 'include',
    keepalive: true,
  }).then(
    answer => ('body' in answer ? answer.body.cancel() : undefined),
    () => {},
  );
}

/** Gives the site's scripts beacons that go to the site itself. */
export function installBeacon(): void {
  defineProperty(Navigator.prototype, 'sendBeacon', {
    value: sendBeacon,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
