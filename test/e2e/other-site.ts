/** What a site on another host answers: to everybody, or, below `/private/`, to nobody else's pages. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {text} from 'node:stream/consumers';

/** What everybody may read, and may ask with. */
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'content-type, x-token',
  'Access-Control-Allow-Methods': '*',
  'Access-Control-Expose-Headers': 'x-said',
};

/** Where it begins. */
export const OTHER_SITE = '/other-site/';

/** What was asked, as data. */
export interface Echo {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly token: string | null;
  readonly cookie: string | null;
  readonly origin: string | null;
}

/**
 * Answer a request: `…/moved` leads to `…/echo`, `…/pieces` comes in two, the second once the first
 * has had time to leave, `…/never` does not come, and everything else says what was asked.
 */
export async function answerOther(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const {method = '', url = '', headers} = request;
  if (!url.startsWith(`${OTHER_SITE}private/`)) {
    for (const [name, value] of Object.entries(SHARED)) response.setHeader(name, value);
  }
  if (url.endsWith('/never')) return;
  if (method === 'OPTIONS') {
    response.writeHead(204).end();
  } else if (url.endsWith('/moved')) {
    response.writeHead(303, {Location: url.replace(/moved$/, 'echo')}).end();
  } else if (url.endsWith('/pieces')) {
    response.write('one ');
    setTimeout(() => response.end('two'), 100);
  } else {
    const echo: Echo = {
      method,
      path: url,
      body: await text(request),
      token: (headers['x-token'] as string | undefined) ?? null,
      cookie: headers.cookie ?? null,
      origin: headers.origin ?? null,
    };
    response.writeHead(url.endsWith('/teapot') ? 418 : 200, {
      'Content-Type': 'application/json',
      'X-Said': 'so',
    });
    response.end(JSON.stringify(echo));
  }
}
