import {Browser, get, type Visit} from '../../src/browser/index.js';
import type {Navigation} from '../../src/protocol/frame.js';
import {type HttpRequest, type HttpResponse, SITE_ORIGIN} from '../../src/protocol/http.js';

/** A view of the tiny site. */
export type View = (request: HttpRequest, signal?: AbortSignal) => Answer | Promise<Answer>;
/** What it answers; 200 and nothing else by default. */
export type Answer = Partial<HttpResponse> & {location?: string; cookie?: string};

/** A browser before a tiny site: views by path, and what was asked of them. */
export function browse(views: Record<string, View>) {
  const requests: HttpRequest[] = [];
  const send = async (request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> => {
    requests.push(request);
    const view = views[new URL(request.url).pathname] ?? missing;
    const {location, cookie, ...response} = await view(request, signal);
    const headers: [string, string][] = [];
    if (location !== undefined) headers.push(['Location', location]);
    if (cookie !== undefined) headers.push(['Set-Cookie', cookie]);
    const status = location === undefined ? 200 : 302;
    return {status, headers, body: new Uint8Array(), duration: 1, ...response};
  };
  const browser = new Browser({send, identity: {userAgent: 'Tester/1', languages: ['en']}});
  const show = async (visiting: Promise<Visit | null>) => {
    const visit = await visiting;
    if (visit?.kind === 'page') browser.commit(visit);
    return visit;
  };
  return {
    browser,
    requests,
    show,
    go: (path: string) => show(browser.navigate(get(SITE_ORIGIN + path, browser.url))),
    post: (path: string) => show(browser.navigate(form(path))),
  };
}

/** A small form that is sent by POST. */
export function form(path: string): Navigation {
  return {
    method: 'POST',
    url: SITE_ORIGIN + path,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: new TextEncoder().encode('a=1'),
    referrer: `${SITE_ORIGIN}/`,
  };
}

/** A header of a request. */
export function header(request: HttpRequest | undefined, name: string): string | undefined {
  return request?.headers.find(([key]) => key === name)?.[1];
}

/** A promise with its resolver. */
export function later<Value>() {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>(done => (resolve = done));
  return {promise, resolve};
}

/** A view with nothing to say. */
export const ok: View = () => ({});

const missing: View = () => ({status: 404});
