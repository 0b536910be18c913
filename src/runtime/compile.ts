import {attempts, Setback, type Attempt} from './attempts.js';
import type {DownloadOptions} from './download.js';
import {wasmBlocked} from './wasm-blocked.js';

/**
 * Compile a WebAssembly module while it arrives.
 *
 * The engine gets the response itself, since it keeps compiled code only of a plain one; what is
 * counted is a copy.
 *
 * @throws PlaygroundError `wasm-blocked`, `runtime-unavailable`.
 */
export function compileFrom(url: string, options: DownloadOptions): Promise<WebAssembly.Module> {
  const {bytes = 0, onReceived = () => {}} = options;
  return attempts(url, options, async attempt => {
    const response = await attempt.request();
    if (attempt.watched) countCopy(response, attempt, onReceived);
    const module = await compile(response, bytes);
    onReceived(bytes);
    return module;
  });
}

function countCopy(
  response: Response,
  attempt: Attempt,
  onReceived: (received: number) => void,
): void {
  const {body} = response.clone();
  let received = 0;
  // Where it breaks the compiler says so.
  body
    ?.pipeTo(
      new WritableStream({
        write(piece) {
          attempt.feed();
          received += piece.length;
          onReceived(received);
        },
      }),
    )
    .catch(() => {});
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
    if (error instanceof WebAssembly.CompileError) throw wasmBlocked(error);
    throw error;
  }
  throw new Setback('the server sent something else');
}
