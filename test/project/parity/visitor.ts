import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import type {Site} from './site.js';

/** A file in a form. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Value = string | Upload;

/** One page to ask for, or one form to send. */
export interface Step {
  readonly path: string;
  /** Sent by POST, with Django's token; as multipart where one is a file. */
  readonly fields?: Readonly<Record<string, Value | readonly Value[]>>;
  /** Beside cookies and what a form brings. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** Where a redirect leads to. */
  readonly location?: string;
  /** What the page contains. */
  readonly contains?: string;
}

/** Somebody who makes steps at a site one after the other, with cookies. */
export class Visitor {
  readonly #site: Site;
  readonly #cookies = new Map<string, string>();

  constructor(site: Site) {
    this.#site = site;
  }

  async make({path, fields, headers = {}}: Step): Promise<Awaited<ReturnType<Site['request']>>> {
    const url = new URL(path, SITE_ORIGIN).href;
    const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = [...Object.entries(headers), ...(cookies ? [['Cookie', cookies] as const] : [])];
    const response = await this.#site.request(
      fields === undefined
        ? {method: 'GET', url, headers: sent, body: new Uint8Array()}
        : await this.#post(url, fields, sent),
    );
    for (const [name, value] of response.headers) {
      const [, key, content = ''] = /^([^=]+)=([^;]*)/.exec(value) ?? [];
      if (name.toLowerCase() !== 'set-cookie' || !key) continue;
      if (/Max-Age=0\b/i.test(value)) this.#cookies.delete(key);
      else this.#cookies.set(key, content);
    }
    return response;
  }

  async #post(
    url: string,
    fields: NonNullable<Step['fields']>,
    headers: readonly (readonly [string, string])[],
  ) {
    const form = new FormData();
    form.set('csrfmiddlewaretoken', this.#cookies.get('csrftoken') ?? '');
    for (const [name, values] of Object.entries(fields)) {
      for (const value of [values].flat()) {
        if (typeof value === 'string') form.append(name, value);
        else form.append(name, new File([value.bytes], value.name, {type: value.type}));
      }
    }
    const encoded = new Request(url, {method: 'POST', body: form});
    const type = encoded.headers.get('Content-Type') ?? '';
    return {
      method: 'POST',
      url,
      headers: [...headers, ['Content-Type', type], ['Origin', SITE_ORIGIN]] as const,
      body: new Uint8Array(await encoded.arrayBuffer()),
    };
  }
}

/**
 * What a page says but for what is new each time: tokens, and the minute in which something was
 * saved.
 */
export function withoutTokens(body: Uint8Array): string {
  return (
    Buffer.from(body)
      .toString('latin1')
      .replaceAll(/(name="csrfmiddlewaretoken" value=")\w+/g, '$1…')
      // The numbers of content types follow the order of a set, which is another in each process.
      .replaceAll(/(href="\/admin\/r\/)\d+/g, '$1…')
      .replaceAll(/\b(?:\d{1,2}(?::\d\d)? [ap]\.m\.|noon|midnight)/g, '…')
      .replaceAll(/\d\d:\d\d:\d\d(?:\.\d+)?/g, '…')
  );
}
