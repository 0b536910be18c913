import {attempts, readPieces, type Attempt} from './attempts.js';
import type {DownloadOptions} from './download.js';
import {OtherFile} from './other-file.js';
import {verify} from './verify.js';
import {wasmBlocked} from './wasm-blocked.js';

/** The smallest module there is. */
const SMALLEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Compile a WebAssembly module while it arrives.
 *
 * The engine gets the response itself, since it keeps compiled code only of a plain one; what is
 * counted and compared with its hash is a copy.
 *
 * @throws PlaygroundError `wasm-blocked`, `runtime-unavailable`.
 */
export function compileFrom(url: string, options: DownloadOptions): Promise<WebAssembly.Module> {
  const {bytes = 0, onReceived = () => {}} = options;
  return attempts(url, options, async attempt => {
    const response = await attempt.request();
    const checking = attempt.watched && checkCopy(response, attempt, options);
    const [module] = await Promise.all([compile(response, bytes), checking]);
    onReceived(bytes);
    return module;
  });
}

/** @throws OtherFile; whatever the network says. */
async function checkCopy(
  response: Response,
  attempt: Attempt,
  {integrity = '', onReceived, onVerified}: DownloadOptions,
): Promise<void> {
  const {body} = response.clone();
  if (!body) return;
  const parts: BlobPart[] = [];
  let received = 0;
  await readPieces(body, piece => {
    attempt.feed();
    received += piece.length;
    onReceived?.(received);
    if (integrity) parts.push(piece);
  });
  if (!integrity) return;
  const file = new Blob(parts, {type: 'application/wasm'});
  await verify(file, integrity);
  onVerified?.(file);
}

async function compile(response: Response, bytes: number): Promise<WebAssembly.Module> {
  try {
    if (response.headers.get('Content-Type')?.startsWith('application/wasm')) {
      return await WebAssembly.compileStreaming(response);
    }
    // A host that does not know the type costs time, but nothing else.
    const code = await response.arrayBuffer();
    if (code.byteLength === bytes) return await WebAssembly.compile(code);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    if (await isForbidden()) throw wasmBlocked(error);
  }
  throw new OtherFile();
}

/** Whether the engine would compile nothing at all. */
async function isForbidden(): Promise<boolean> {
  try {
    await WebAssembly.compile(SMALLEST);
    return false;
  } catch {
    return true;
  }
}
