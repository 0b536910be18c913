import type {WheelStore} from '../protocol/packages.js';
import {digest} from './digest.js';

/** What is kept under a hash, where that is still its hash. */
export async function readKept(
  store: WheelStore | undefined,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await store?.read(sha256);
  return bytes && (await digest(bytes)) === sha256 ? bytes : undefined;
}

/** What was last at an address, or under a name. */
export async function readLast(
  store: WheelStore | undefined,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const sha256 = await store?.hashOf(name);
  return sha256 === undefined ? undefined : readKept(store, sha256);
}
