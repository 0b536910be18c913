import type {Interpreter} from './interpreter.js';

/**
 * Do something with an interpreter that nobody else has yet. It ends when the signal says so, and
 * when it cannot be done.
 *
 * @throws The signal's reason when aborted; whatever the work throws.
 */
export async function useInterpreter<Result>(
  interpreter: Interpreter,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  const stop = (): void =>
    interpreter.stop({
      code: 'stopped',
      message: 'The start was stopped. Press Run to start again.',
    });
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    return await work();
  } catch (error) {
    stop();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
