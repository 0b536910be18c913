import {PlaygroundError} from '../protocol/failure.js';

/** Told of each piece as it arrives; bytes, uncompressed. */
export type OnBytes = (received: number) => void;

/**
 * Fetch a file of the runtime.
 *
 * @throws PlaygroundError `runtime-unavailable` when it cannot be had.
 */
export async function download(url: string, onBytes?: OnBytes): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(url);
  try {
    if (!onBytes || !response.body) return new Uint8Array(await response.arrayBuffer());
    return await new Response(counted(response.body, onBytes))
      .arrayBuffer()
      .then(buffer => new Uint8Array(buffer));
  } catch (error) {
    throw unavailable(url, 'the connection broke', error);
  }
}

/** @throws PlaygroundError `runtime-unavailable` when it cannot be had. */
export async function request(url: string): Promise<Response> {
  let response: Response;
  try {
    // Content-hashed names never change, so the browser may keep them for ever.
    response = await fetch(url, {credentials: 'omit'});
  } catch (error) {
    throw unavailable(url, 'the network or a policy of this page refused it', error);
  }
  if (!response.ok) throw unavailable(url, `the server answered ${response.status}`);
  return response;
}

/** The same stream, its pieces counted on their way. */
function counted(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: OnBytes,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        onBytes(piece.length);
        controller.enqueue(piece);
      },
    }),
  );
}

function unavailable(url: string, reason: string, cause?: unknown): PlaygroundError {
  return new PlaygroundError(
    {
      code: 'runtime-unavailable',
      message: `A part of the Django runtime could not be loaded: ${reason} (${url}). Check your connection and try again.`,
    },
    {cause},
  );
}
