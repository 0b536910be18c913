/** What scripts of the site keep with `caches`: answers to requests, in caches by name. */
import type {HeaderPairs} from './http.js';

/** Most bytes of answers that one visitor's caches hold. */
export const CACHE_QUOTA = 10 * 1024 * 1024;

/** What an answer counts for beside its body, in bytes. */
const OVERHEAD = 1024;

/** An answer, and what it is the answer to. */
export interface KeptAnswer {
  /** Names it among those of its cache. */
  readonly id: string;
  /** What was asked for with GET: an absolute URL. */
  readonly asked: {readonly url: string; readonly headers: HeaderPairs};
  /** Absolute URL that it came from, `''` where a script has made it. */
  readonly url: string;
  readonly type: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderPairs;
  /** `null` where it has none. */
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** A cache with its answers, older ones first. */
export interface KeptCache {
  readonly name: string;
  readonly answers: readonly KeptAnswer[];
}

/** What a script has done to a cache, which is there from then on. */
export interface CacheChange {
  readonly name: string;
  /** Ids of the answers that are gone; `null` where the cache is. */
  readonly removed: readonly string[] | null;
  readonly added: readonly KeptAnswer[];
}

/** What answers take of {@link CACHE_QUOTA}. */
export function sizeOfAnswers(answers: readonly KeptAnswer[]): number {
  return answers.reduce((sum, {body}) => sum + (body?.length ?? 0) + OVERHEAD, 0);
}
