import type {KeptAnswer} from '../../../protocol/frame-caches.js';

/** What no cache keeps: a part, and what depends on more than the request says. */
const PARTIAL = 206;

/**
 * An answer as it is kept. What comes into a cache has gone through here.
 *
 * @throws TypeError for what no cache keeps, and for a body that was read already.
 */
export async function keptAnswer(request: Request, response: Response): Promise<KeptAnswer> {
  const {url, type, status, statusText, headers, body} = response;
  if (!/^https?:/.test(request.url)) throw new TypeError(`Nothing is kept for ${request.url}`);
  if (request.method !== 'GET') throw new TypeError('Only answers to GET are kept');
  if (type === 'opaque' || type === 'error') {
    throw new TypeError('An answer that scripts may not read is not kept');
  }
  if (status === PARTIAL || varied(headers).includes('*')) {
    throw new TypeError('An answer that is a part, or varies with everything, is not kept');
  }
  const about = {id: String(Math.random()), url, type, status, statusText, headers: [...headers]};
  const asked = {url: request.url, headers: [...request.headers]};
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {...about, asked, body: body || bytes.length > 0 ? bytes : null};
}

/** Whether an answer is one to a request. */
export function answers(
  {asked, headers}: KeptAnswer,
  request: Request,
  {ignoreSearch = false, ignoreVary = false}: CacheQueryOptions,
): boolean {
  if (address(asked.url, ignoreSearch) !== address(request.url, ignoreSearch)) return false;
  if (ignoreVary) return true;
  const before = new Headers(pairs(asked.headers));
  return varied(new Headers(pairs(headers))).every(
    name => before.get(name) === request.headers.get(name),
  );
}

/** The answer anew, as scripts read it. */
export function toResponse(answer: KeptAnswer): Response {
  const {body, status, statusText, headers} = answer;
  return dress(new Response(body, {status, statusText, headers: pairs(headers)}), answer);
}

/** What an answer is one to. */
export function toRequest({asked}: KeptAnswer): Request {
  return new Request(asked.url, {headers: pairs(asked.headers)});
}

/** Gives a response that was made here what only those of a server have. */
function dress(response: Response, {url, type}: KeptAnswer): Response {
  const clone = (): Response =>
    dress(Response.prototype.clone.call(response), {url, type} as KeptAnswer);
  for (const [name, value] of Object.entries({url, type, clone})) {
    Object.defineProperty(response, name, {value, configurable: true});
  }
  return response;
}

/** Names of the request's headers that an answer depends on. */
function varied(headers: Headers): readonly string[] {
  const names = headers.get('Vary') ?? '';
  return names
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
}

function address(url: string, ignoresSearch: boolean): string {
  return url.split(ignoresSearch ? /[?#]/ : '#', 1)[0] ?? '';
}

function pairs(headers: KeptAnswer['headers']): [string, string][] {
  return headers.map(([name, value]) => [name, value]);
}
