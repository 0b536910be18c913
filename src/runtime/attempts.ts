import {PlaygroundError} from '../protocol/failure.js';
import {cameFromCache} from './from-cache.js';
import {OtherFile} from './other-file.js';
import {Setback} from './setback.js';

/** How long to wait for what, in milliseconds. */
export interface Patience {
  /** After so long without a byte a download counts as broken. */
  readonly stall: number;
  /** Before each further attempt. */
  readonly pauses: readonly number[];
}

export interface AttemptOptions {
  readonly patience?: Patience;
  /** Whether the browser's cache is expected to answer. */
  readonly cached?: boolean;
  readonly fetch?: typeof fetch;
  /** The file as it was kept for times without a network. */
  readonly kept?: () => Promise<Blob | undefined>;
}

/** There is not even an answer. */
class NoNetwork extends Setback {}

const PATIENCE: Patience = {stall: 30_000, pauses: [500, 1500, 4500]};

/** Statuses of the 4xx that another attempt may not meet. */
const PASSING: ReadonlySet<number> = new Set([408, 416, 425, 429]);

/** One try at getting a file. */
export interface Attempt {
  /** The file's response, once it has begun. */
  readonly request: (headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** To be called whenever something came. */
  readonly feed: () => void;
  /**
   * Whether the bytes are to be looked at as they come. What is in the cache is there sooner as a
   * whole; but then it has to come within the time of a stall.
   */
  readonly watched: boolean;
}

/**
 * Try to get a file until it works, a few times.
 *
 * @param work Makes one attempt. Whatever it throws leads to the next, but for a `PlaygroundError`.
 * @throws PlaygroundError `runtime-unavailable` when no attempt succeeds or none can.
 */
export async function attempts<Result>(
  url: string,
  {patience = PATIENCE, cached = cameFromCache(), fetch: ask = fetch, kept}: AttemptOptions,
  work: (attempt: Attempt) => Promise<Result>,
): Promise<Result> {
  // Names are hashes of what they name, so that what is in the cache is right, however old it is,
  // and whether there is a network or not.
  let cache: RequestCache = 'force-cache';
  for (let count = 0; ; count++) {
    const watchdog = new Watchdog(patience.stall);
    try {
      return await work({
        async request(headers = {}) {
          const init = {cache, headers, signal: watchdog.signal};
          const response = await respond(url, init, ask).catch(async (error: unknown) => {
            const file = error instanceof NoNetwork ? await kept?.() : undefined;
            if (!file) throw error;
            return new Response(file);
          });
          watchdog.feed();
          return response;
        },
        feed: () => watchdog.feed(),
        watched: !cached || count > 0,
      });
    } catch (error) {
      if (error instanceof PlaygroundError) throw error;
      // What is not the file must not come out of the cache again.
      if (error instanceof OtherFile) cache = 'reload';
      const pause = patience.pauses[count];
      if (pause === undefined) throw unavailable(url, watchdog.setback ?? error);
      await new Promise(resolve => setTimeout(resolve, pause));
    } finally {
      watchdog.end();
    }
  }
}

/** Read all of a body, piece by piece. */
export async function readPieces(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onPiece: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const reader = body.getReader();
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    onPiece(value);
  }
}

/** Aborts its signal when it is not fed. */
class Watchdog {
  readonly #limit: number;
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limit: number) {
    this.#limit = limit;
    this.feed();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Why it did; engines do not always say so themselves. */
  get setback(): unknown {
    return this.signal.aborted ? this.signal.reason : undefined;
  }

  feed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#abort.abort(new Setback(`nothing came for ${this.#limit / 1000} seconds`));
    }, this.#limit);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

async function respond(url: string, init: RequestInit, ask: typeof fetch): Promise<Response> {
  let response: Response;
  try {
    // No `integrity`: a browser would hold everything back until the last byte has come.
    response = await ask(url, {...init, credentials: 'omit'});
  } catch (cause) {
    throw new NoNetwork('the network or a policy of this page refused it', {cause});
  }
  if (response.ok) return response;
  const setback = new Setback(`the server answered ${response.status}`);
  throw response.status >= 500 || PASSING.has(response.status)
    ? setback
    : unavailable(url, setback);
}

function unavailable(url: string, cause: unknown): PlaygroundError {
  const reason = cause instanceof Setback ? cause.message : 'the connection broke';
  return new PlaygroundError(
    {
      code: 'runtime-unavailable',
      message: `A part of the Django runtime could not be loaded: ${reason} (${url}). Check your connection and try again.`,
    },
    {cause},
  );
}
