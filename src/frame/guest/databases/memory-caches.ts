/** Caches by name, each in memory for as long as its document is there. */
export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>();

  async open(name: string): Promise<MemoryCache> {
    const cache = this.#caches.get(name) ?? new MemoryCache();
    this.#caches.set(name, cache);
    return cache;
  }

  async has(name: string): Promise<boolean> {
    return this.#caches.has(name);
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async match(
    request: RequestInfo | URL,
    options: MultiCacheQueryOptions = {},
  ): Promise<Response | undefined> {
    for (const [name, cache] of this.#caches) {
      if (options.cacheName !== undefined && options.cacheName !== name) continue;
      const found = await cache.match(request, options);
      if (found) return found;
    }
    return undefined;
  }
}

interface CacheEntry {
  readonly request: Request;
  readonly response: Response;
}

/** What `Cache` is, without an origin that it would be kept for. */
class MemoryCache {
  #entries: readonly CacheEntry[] = [];

  async match(
    request: RequestInfo | URL,
    options?: CacheQueryOptions,
  ): Promise<Response | undefined> {
    return this.#find(request, options)[0]?.response.clone();
  }

  async matchAll(request?: RequestInfo | URL, options?: CacheQueryOptions): Promise<Response[]> {
    return this.#find(request, options).map(({response}) => response.clone());
  }

  async keys(request?: RequestInfo | URL, options?: CacheQueryOptions): Promise<Request[]> {
    return this.#find(request, options).map(entry => entry.request);
  }

  async add(request: RequestInfo | URL): Promise<void> {
    await this.addAll([request]);
  }

  /** @throws TypeError where one of them cannot be had. */
  async addAll(requests: readonly (RequestInfo | URL)[]): Promise<void> {
    const responses = await Promise.all(requests.map(request => fetch(request)));
    for (const {ok, status} of responses) {
      if (!ok) throw new TypeError(`An answer with ${status} is not kept`);
    }
    for (const [i, response] of responses.entries()) await this.put(requests[i]!, response);
  }

  /** @throws TypeError for what no cache keeps. */
  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    const kept = toRequest(request);
    if (kept.method !== 'GET') throw new TypeError('Only answers to GET are kept');
    if (response.status === 206 || response.headers.get('Vary')?.includes('*')) {
      throw new TypeError('Such an answer is not kept');
    }
    const copy = await copyOf(response);
    this.#drop(this.#find(kept));
    this.#entries = [...this.#entries, {request: kept, response: copy}];
  }

  async delete(request: RequestInfo | URL, options?: CacheQueryOptions): Promise<boolean> {
    const found = this.#find(request, options);
    this.#drop(found);
    return found.length > 0;
  }

  #drop(gone: readonly CacheEntry[]): void {
    this.#entries = this.#entries.filter(entry => !gone.includes(entry));
  }

  #find(
    request: RequestInfo | URL | undefined,
    {ignoreMethod = false, ignoreSearch = false}: CacheQueryOptions = {},
  ): readonly CacheEntry[] {
    if (request === undefined) return this.#entries;
    const wanted = toRequest(request);
    if (wanted.method !== 'GET' && !ignoreMethod) return [];
    const address = addressOf(wanted, ignoreSearch);
    return this.#entries.filter(entry => addressOf(entry.request, ignoreSearch) === address);
  }
}

function toRequest(request: RequestInfo | URL): Request {
  return request instanceof Request ? request : new Request(request);
}

/** Its body is read once, and again with each match. */
async function copyOf(response: Response): Promise<Response> {
  const {status, statusText, headers, url} = response;
  const isEmpty = [101, 204, 205, 304].includes(status);
  const body = isEmpty ? null : await response.arrayBuffer();
  const copy = new Response(body, {status, statusText, headers});
  Object.defineProperty(copy, 'url', {value: url});
  return copy;
}

function addressOf({url}: Request, ignoresSearch: boolean): string {
  const [address = ''] = url.split(ignoresSearch ? /[?#]/ : '#', 1);
  return address;
}
