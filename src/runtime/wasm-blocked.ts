import {PlaygroundError} from '../protocol/failure.js';

/** What to say when an engine refuses to compile, which pages with a strict policy make it do. */
export function wasmBlocked(cause: unknown): PlaygroundError {
  return new PlaygroundError(
    {
      code: 'wasm-blocked',
      message:
        "WebAssembly, which runs Python here, could not be compiled. If this page sends a Content-Security-Policy, add 'wasm-unsafe-eval' to its script-src.",
      detail: String(cause),
    },
    {cause},
  );
}
