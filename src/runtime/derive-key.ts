import type {DerivedKey} from '../protocol/interpreter.js';

/** As long as Django's own, in base64. */
const SALT_BYTES = 16;
const KEY_BITS = 256;

/**
 * Derive the key of Django's default password hasher while an interpreter starts: outside of it
 * that takes no time of Python's, which would wait for half a second.
 *
 * @returns nothing where the page has no Web Cryptography, as it is not served securely.
 */
export async function deriveKey(
  password: string,
  iterations: number,
): Promise<DerivedKey | undefined> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const encoder = new TextEncoder();
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(SALT_BYTES)), toHex).join('');
  const material = await subtle.importKey('raw', encoder.encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const parameters = {name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations};
  const key = new Uint8Array(await subtle.deriveBits(parameters, material, KEY_BITS));
  return {salt, iterations, key};
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
