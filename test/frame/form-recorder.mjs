/**
 * A real HTTP server for forms: what a browser sends to it natively is what the output frame has
 * to ask for. Koa middleware for the test runner.
 *
 * `PUT /echo/<key>/form/` stores a page, which the first GET of it gives; every request after
 * that, to whatever address below `/echo/<key>/`, is recorded. `GET /echo/<key>/recorded` answers
 * with the first of them as JSON, once there is one.
 */

/** @type {Map<string, Recording>} */
const recordings = new Map();

/**
 * @param {import('koa').Context} context
 * @param {() => Promise<unknown>} next
 */
export default async function recordForms(context, next) {
  const [, key] = /^\/echo\/([^/]+)\//.exec(context.path) ?? [];
  if (key === undefined) return next();
  const body = await read(context.req);
  if (context.method === 'PUT') {
    recordings.set(key, new Recording(body));
    context.status = 204;
    return undefined;
  }
  const recording = recordings.get(key);
  if (!recording) return undefined;
  if (context.path === `/echo/${key}/recorded`) {
    context.body = await recording.first;
    recordings.delete(key);
    return undefined;
  }
  context.type = 'text/html; charset=utf-8';
  context.body = recording.page ?? 'Recorded.';
  if (recording.page === null) recording.record(context, body);
  else recording.page = null;
  return undefined;
}

class Recording {
  /** @param {Buffer} page What the first GET gives; `null` once it has. */
  constructor(page) {
    /** @type {Buffer | null} */
    this.page = page;
    /** @type {Promise<object>} */
    this.first = new Promise(resolve => (this.resolve = resolve));
  }

  /**
   * @param {import('koa').Context} context
   * @param {Buffer} body
   */
  record({method, url, headers}, body) {
    const contentType = headers['content-type'] ?? '';
    this.resolve?.({method, url, contentType, body: body.toString('base64')});
  }
}

/** @param {import('node:http').IncomingMessage} request */
async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
