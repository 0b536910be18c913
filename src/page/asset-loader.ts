import {SITE_ORIGIN} from '../protocol/http.js';
import type {AssetCache} from './asset-cache.js';
import {Asset, type AssetDestination, type FetchAsset} from './asset.js';
import {header, isJavaScript} from './content-type.js';
import type {ScriptPart} from './script-text.js';
import {Placeholders} from './placeholders.js';

/** What no browser runs, whatever is in it. */
const NO_SCRIPT = /^(?:audio|image|video)\/|^text\/csv$/;

/** What modules import. */
const JSON_TYPE = 'application/json';

/** A file that a document names and that could not be had. */
export interface Problem {
  /** Absolute URL. */
  readonly url: string;
  /** One sentence for a person. */
  readonly message: string;
}

export interface AssetLoaderOptions {
  readonly cache?: AssetCache | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly parser?: DOMParser | undefined;
}

/** Gets the files that one document names: each once, all at the same time. */
export class AssetLoader {
  /** What stands for the files in the document, until it is written. */
  readonly placeholders = new Placeholders();
  /** What parses the document and those that it names. */
  readonly parser: DOMParser;
  readonly #fetchAsset: FetchAsset;
  readonly #cache: AssetCache | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #assets = new Map<string, Promise<Asset | null>>();
  readonly #problems: Problem[] = [];
  readonly #parts = new Set<ScriptPart>();

  constructor(fetchAsset: FetchAsset, {cache, parser, signal}: AssetLoaderOptions = {}) {
    this.parser = parser ?? new DOMParser();
    this.#fetchAsset = fetchAsset;
    this.#cache = cache;
    this.#signal = signal;
  }

  /** What could not be had, each URL once. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** What scripts among the files name. */
  get parts(): ReadonlySet<ScriptPart> {
    return this.#parts;
  }

  /**
   * Gets a file.
   *
   * @param url Absolute URL; its fragment is not asked for.
   * @param referrer URL of the document or stylesheet that names it.
   * @returns `null` where the file is another site's or could not be had.
   * @throws The signal's reason once aborted.
   */
  load(url: string, destination: AssetDestination, referrer: string): Promise<Asset | null> {
    if (!isOnSite(url)) return Promise.resolve(null);
    const [address = url] = url.split('#', 1);
    let loading = this.#assets.get(address);
    if (!loading) {
      loading = this.#load(address, destination, referrer).then(asset => {
        const refused = asset && refusal(asset, destination);
        if (refused) return this.#fail(address, refused);
        if (destination === 'script') for (const part of asset?.parts ?? []) this.#parts.add(part);
        return asset;
      });
      this.#assets.set(address, loading);
    }
    return loading;
  }

  async #load(url: string, destination: AssetDestination, referrer: string): Promise<Asset | null> {
    const cached = this.#cache?.get(url);
    if (cached) return cached;
    try {
      const options = {destination, referrer, signal: this.#signal};
      const fetched = await this.#fetchAsset(url, options);
      this.#signal?.throwIfAborted();
      const {response} = fetched;
      if (response === null) return this.#fail(url, `was redirected to ${fetched.url}`);
      if (response.status >= 400) return this.#fail(url, `was answered with ${response.status}`);
      const asset = new Asset(fetched.url, response);
      this.#cache?.put(url, asset);
      return asset;
    } catch (error) {
      this.#signal?.throwIfAborted();
      // The document can be shown without it; what went wrong is said beside it.
      return this.#fail(
        url,
        `could not be had: ${error instanceof Error ? error.message : 'no reason was given'}`,
      );
    }
  }

  #fail(url: string, what: string): null {
    this.#problems.push({
      url,
      message: `${url.slice(SITE_ORIGIN.length)} ${what.replace(/\.$/, '')}.`,
    });
    return null;
  }
}

/** Why a browser does not use a file for what it was asked for, by its type; `null` where it does. */
function refusal({essence, response}: Asset, destination: AssetDestination): string | null {
  const isSure = header(response.headers, 'x-content-type-options')?.toLowerCase() === 'nosniff';
  const isRefused =
    destination === 'script'
      ? NO_SCRIPT.test(essence) || (isSure && !isJavaScript(essence) && essence !== JSON_TYPE)
      : destination === 'style' && isSure && essence !== 'text/css';
  if (!isRefused) return null;
  const what = destination === 'script' ? 'script' : 'stylesheet';
  return `is no ${what} for a browser, since its Content-Type is “${essence}”`;
}

/** Whether an absolute URL is the site's own, so that Django can be asked for it. */
export function isOnSite(url: string): boolean {
  return url.startsWith(`${SITE_ORIGIN}/`);
}

/** Makes a URL absolute; `null` where it is none, or has no need of a base. */
export function resolve(url: string, base: string): string | null {
  const address = url.trim();
  if (address === '' || address.startsWith('#')) return null;
  return URL.canParse(address, base) ? new URL(address, base).href : null;
}
