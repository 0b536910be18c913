import {StorageFailure} from './trouble.js';

/**
 * What a piece of work results in.
 *
 * @param milliseconds How long it may take.
 * @param work Gets a signal that is aborted when it took too long.
 * @throws StorageFailure `slow` when it did; what the work throws.
 */
export async function inTime<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let timer: number | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const failure = new StorageFailure('slow');
      reject(failure);
      controller.abort(failure);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
