import {sha256, sha384, sha512} from '@noble/hashes/sha2.js';

const HASHES = {sha256, sha384, sha512};

/** The strongest first: where several are given, only the strongest counts. */
const ALGORITHMS = ['sha512', 'sha384', 'sha256'] as const;

/**
 * A body, once it is whole and found to be what a script expects.
 *
 * @param integrity Hashes as `integrity` attributes have them, any of which it may have.
 * @throws TypeError where it has none of them.
 */
export async function checked(
  body: AsyncIterable<Uint8Array<ArrayBuffer>>,
  integrity: string,
  url: string,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of body) pieces.push(piece);
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  if (!hasHash(bytes, integrity)) {
    throw new TypeError(`What ${url} answers does not have the hash that its integrity asks for.`);
  }
  return once(bytes);
}

function hasHash(bytes: Uint8Array, integrity: string): boolean {
  const wanted = integrity.split(/\s+/);
  const algorithm = ALGORITHMS.find(name => wanted.some(hash => hash.startsWith(`${name}-`)));
  if (algorithm === undefined) return true;
  const digest = plainBase64(btoa(String.fromCharCode(...HASHES[algorithm](bytes))));
  return wanted.some(hash => {
    const [name, value = ''] = (hash.split('?')[0] ?? '').split(/-(.*)/);
    return name === algorithm && plainBase64(value) === digest;
  });
}

/** Either alphabet may be used, with padding or without. */
function plainBase64(text: string): string {
  return text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
}

async function* once<Value>(value: Value): AsyncGenerator<Value, void, undefined> {
  yield value;
}
