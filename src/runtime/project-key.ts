import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js';
import type {Launch} from './seat.js';

/**
 * Names everything that the bytes of a project's snapshot depend on: the runtime, the files, and
 * how they are loaded and first asked.
 */
export function projectKey(runtime: string, launch: Launch): string {
  const {files, settingsModule, migrate, superuser, path} = launch;
  const hash = sha256.create();
  hash.update(utf8ToBytes(JSON.stringify([runtime, settingsModule, migrate, superuser, path])));
  for (const {path: name, content} of files) {
    hash.update(utf8ToBytes(`\n${name} ${content.length}\n`));
    hash.update(content);
  }
  return bytesToHex(hash.digest());
}
