/** A cookie as it lies in the jar. Plain data, so that it can be stored and posted. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** What a request's path must lie at or below, e.g. `/admin`. */
  readonly path: string;
  /** Milliseconds since 1970; `null` for a cookie that lasts as long as the session. */
  readonly expires: number | null;
  /** Kept from the page's scripts. */
  readonly httpOnly: boolean;
  /** Milliseconds since 1970; an older cookie is sent before a newer one. */
  readonly created: number;
}
