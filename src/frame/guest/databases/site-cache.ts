import type {KeptAnswer} from '../../../protocol/frame-caches.js';
import {answers, keptAnswer, toRequest, toResponse} from './kept-answer.js';

/**
 * Takes note of what is about to become of a cache, and settles once others know.
 *
 * @throws A `QuotaExceededError` where there is no room for it.
 */
export type Commit = (
  removed: readonly KeptAnswer[],
  added: readonly KeptAnswer[],
) => Promise<void>;

/** What `Cache` is, without an origin that it would be kept for. */
export class SiteCache {
  readonly #commit: Commit;
  #kept: readonly KeptAnswer[];

  constructor(kept: readonly KeptAnswer[], commit: Commit) {
    this.#kept = kept;
    this.#commit = commit;
  }

  /** All that is in it. */
  static keptIn(cache: SiteCache): readonly KeptAnswer[] {
    return cache.#kept;
  }

  async match(
    request: RequestInfo | URL,
    options?: CacheQueryOptions,
  ): Promise<Response | undefined> {
    const [found] = this.#find(request, options);
    return found && toResponse(found);
  }

  async matchAll(request?: RequestInfo | URL, options?: CacheQueryOptions): Promise<Response[]> {
    return this.#find(request, options).map(toResponse);
  }

  async keys(request?: RequestInfo | URL, options?: CacheQueryOptions): Promise<Request[]> {
    return this.#find(request, options).map(toRequest);
  }

  async add(request: RequestInfo | URL): Promise<void> {
    await this.addAll([request]);
  }

  /** @throws TypeError where one of them cannot be had. */
  async addAll(requests: readonly (RequestInfo | URL)[]): Promise<void> {
    const added = await Promise.all(requests.map(askFor));
    const isTwice = added.some(({asked}, index) =>
      added.slice(0, index).some(answer => answers(answer, new Request(asked.url), {})),
    );
    if (isTwice) throw new DOMException('The same is asked for twice', 'InvalidStateError');
    await this.#add(added);
  }

  /** @throws TypeError for what no cache keeps. */
  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    await this.#add([await keptAnswer(new Request(request), response)]);
  }

  async delete(request: RequestInfo | URL, options?: CacheQueryOptions): Promise<boolean> {
    const found = this.#find(request, options);
    if (found.length > 0) await this.#change(found, []);
    return found.length > 0;
  }

  #add(added: readonly KeptAnswer[]): Promise<void> {
    return this.#change(
      added.flatMap(answer => this.#find(toRequest(answer))),
      added,
    );
  }

  #change(removed: readonly KeptAnswer[], added: readonly KeptAnswer[]): Promise<void> {
    const telling = this.#commit(removed, added);
    this.#kept = [...this.#kept.filter(answer => !removed.includes(answer)), ...added];
    return telling;
  }

  #find(
    wanted: RequestInfo | URL | undefined,
    options: CacheQueryOptions = {},
  ): readonly KeptAnswer[] {
    if (wanted === undefined) return this.#kept;
    const request = new Request(wanted);
    if (request.method !== 'GET' && !options.ignoreMethod) return [];
    return this.#kept.filter(answer => answers(answer, request, options));
  }
}

async function askFor(wanted: RequestInfo | URL): Promise<KeptAnswer> {
  const request = new Request(wanted);
  const response = await fetch(request);
  if (!response.ok) throw new TypeError(`An answer with ${response.status} is not kept`);
  return keptAnswer(request, response);
}
