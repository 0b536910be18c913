import type {HeaderPairs, HttpResponse} from '../protocol/http.js';
import type {Asset} from './asset.js';
import {header} from './content-type.js';

/** Most bytes of responses kept; the oldest go first. */
const CAPACITY = 32 * 1024 * 1024;

/** Longest time in milliseconds that a response is guessed to be fresh. */
const LONGEST_GUESS = 24 * 60 * 60 * 1000;

interface CacheEntry {
  readonly asset: Asset;
  /** Milliseconds since 1970. */
  readonly freshUntil: number;
}

/**
 * Files of the site that need not be asked for again with the next document. What is fresh is
 * decided as browsers do (RFC 9111), so an upload that has just been replaced is asked for anew, and
 * a stylesheet of Django's is not.
 */
export class AssetCache {
  readonly #entries = new Map<string, CacheEntry>();
  readonly #now: () => number;
  #size = 0;

  /** @param now The clock, in milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A fresh asset, `null` where it has to be asked for. */
  get(url: string): Asset | null {
    const entry = this.#entries.get(url);
    if (!entry) return null;
    if (entry.freshUntil > this.#now()) return entry.asset;
    this.#delete(url, entry);
    return null;
  }

  /** Keeps an asset if it stays fresh for a while. */
  put(url: string, asset: Asset): void {
    const now = this.#now();
    const freshUntil = now + freshness(asset.response, now);
    if (freshUntil <= now || this.#entries.has(url)) return;
    this.#entries.set(url, {asset, freshUntil});
    this.#size += asset.response.body.length;
    for (const [oldest, entry] of this.#entries) {
      if (this.#size <= CAPACITY) break;
      this.#delete(oldest, entry);
    }
  }

  /** Forgets all that changed code may answer otherwise: what does not say that it never changes. */
  dropMutable(): void {
    for (const [url, entry] of this.#entries) {
      if (!isImmutable(entry.asset.response.headers)) this.#delete(url, entry);
    }
  }

  #delete(url: string, {asset}: CacheEntry): void {
    this.#entries.delete(url);
    this.#size -= asset.response.body.length;
  }
}

/**
 * How long a response stays fresh, in milliseconds: as long as it says, or, where it says nothing,
 * a tenth of the time since it was last changed.
 */
export function freshness({status, headers}: HttpResponse, now: number): number {
  if (status !== 200 || variesByReader(headers)) return 0;
  const control = header(headers, 'cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/i.test(control)) return 0;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  const expires = header(headers, 'expires');
  // Something that is no date, such as `0`, means that it has expired.
  if (expires !== null) return (Date.parse(expires) || 0) - now;
  const modified = Date.parse(header(headers, 'last-modified') ?? '');
  return Number.isNaN(modified) ? 0 : Math.min((now - modified) / 10, LONGEST_GUESS);
}

/** By the directive of RFC 8246. */
function isImmutable(headers: HeaderPairs): boolean {
  return /\bimmutable\b/i.test(header(headers, 'cache-control') ?? '');
}

function variesByReader(headers: HeaderPairs): boolean {
  const vary = header(headers, 'vary') ?? '';
  return /\*|\bcookie\b/i.test(vary) || header(headers, 'set-cookie') !== null;
}
