import {PlaygroundError} from '../protocol/failure.js';

/**
 * A part of the playground that is loaded when it is first needed.
 *
 * @throws PlaygroundError `runtime-unavailable` when it cannot be loaded.
 */
export async function loadPart<Part>(loading: Promise<Part>): Promise<Part> {
  try {
    return await loading;
  } catch (cause) {
    throw new PlaygroundError(
      {
        code: 'runtime-unavailable',
        message:
          'A part of the playground could not be loaded. Check your connection and try again.',
        detail: String(cause),
      },
      {cause},
    );
  }
}
