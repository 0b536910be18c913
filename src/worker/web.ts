/**
 * Requests of Python to other hosts, from this thread's own origin, which is nobody's: without
 * cookies, and to hosts that allow it.
 */

/** Header names and values. */
type Pairs = [name: string, value: string][];

interface Head {
  readonly status: number;
  readonly reason: string;
  readonly headers: Pairs;
  /** Where it came from, if it was redirected. */
  readonly url?: string;
}

/** What became of a request; the browser says no more of those that failed. */
type Fetched = (Head & {readonly body: Uint8Array}) | {readonly failure: 'network' | 'timeout'};

/** A request under way, for Python to go on with. */
interface Fetching {
  /** Nothing where the request failed. */
  readonly head: Promise<Head | undefined>;
  /** @returns the next piece of the body, nothing at its end. */
  read(): Promise<Uint8Array | undefined>;
  abort(): void;
}

/**
 * Make a request while this thread waits.
 *
 * @param timeout Seconds, 0 for ever.
 */
export function fetchNow(
  method: string,
  url: string,
  headers: Pairs,
  body: Uint8Array<ArrayBuffer>,
  timeout: number,
): Fetched {
  const request = new XMLHttpRequest();
  try {
    request.open(method, url, false);
    request.responseType = 'arraybuffer';
    request.timeout = timeout * 1000;
    for (const [name, value] of headers) request.setRequestHeader(name, value);
    request.send(body.length ? body : null);
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return {failure: isLate ? 'timeout' : 'network'};
  }
  const {status, statusText, responseURL} = request;
  if (status === 0) return {failure: 'network'};
  return {
    status,
    reason: statusText,
    headers: headersOf(request.getAllResponseHeaders()),
    ...(responseURL !== withoutFragment(url) && {url: responseURL}),
    body: new Uint8Array((request.response as ArrayBuffer | null) ?? []),
  };
}

/** Make a request while this thread does something else. */
export function fetchLater(
  method: string,
  url: string,
  headers: Pairs,
  body: Uint8Array<ArrayBuffer>,
): Fetching {
  const aborting = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const start = async (): Promise<Head | undefined> => {
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body.length && {body}),
        credentials: 'omit',
        signal: aborting.signal,
      });
      reader = response.body?.getReader();
      return {
        status: response.status,
        reason: response.statusText,
        headers: [...response.headers],
        ...(response.redirected && {url: response.url}),
      };
    } catch {
      return undefined;
    }
  };
  return {
    head: start(),
    read: async () => (await reader?.read())?.value,
    abort: () => aborting.abort(),
  };
}

/** @param lines As `XMLHttpRequest` has them. */
function headersOf(lines: string): Pairs {
  return lines
    .split('\r\n')
    .filter(Boolean)
    .map(line => {
      const end = line.indexOf(':');
      return [line.slice(0, end), line.slice(end + 1).trim()];
    });
}

function withoutFragment(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}
