import type {
  AssetAnswer,
  AssetAsk,
  LateDestination,
  ModuleAnswer,
} from '../protocol/frame-assets.js';
import {AssetLoader, type AssetLoaderOptions} from './asset-loader.js';
import type {Asset, FetchAsset} from './asset.js';
import {header} from './content-type.js';
import {htmlPage} from './html-page.js';
import {ImportMap} from './import-map.js';
import type {DocumentModules, LateModules} from './late-modules.js';
import {inlineStylesheet, isStylesheet, stylesheetText} from './stylesheet.js';

/** Questions that are being answered at a time: as many as browsers have connections to a host. */
const LANES = 6;

/** Most questions that wait. What a page asks beyond that it does not get. */
const MOST_WAITING = 2000;

const blobs = new WeakMap<Asset, Blob>();

/** Files of the site that a document names once it is shown. */
export class LateAssets {
  readonly #url: string;
  readonly #fetchAsset: FetchAsset;
  readonly #options: AssetLoaderOptions;
  readonly #lanes: Promise<unknown>[] = Array<Promise<unknown>>(LANES).fill(Promise.resolve());
  readonly #known: DocumentModules;
  #modules: LateModules | undefined;
  #asked = 0;
  #waiting = 0;

  /**
   * @param url Absolute URL of the document.
   * @param fetchAsset Asks the site.
   */
  constructor(
    url: string,
    fetchAsset: FetchAsset,
    {cache, parser, modules}: AssetLoaderOptions & {readonly modules: DocumentModules | null},
  ) {
    this.#known = modules ?? {map: new ImportMap('{}', url), entries: new Map()};
    this.#url = url;
    this.#fetchAsset = fetchAsset;
    this.#options = {cache, parser};
  }

  /** Answers a question, in its turn; `null` where the site does not. */
  answer(ask: AssetAsk): Promise<AssetAnswer> {
    if (this.#waiting >= MOST_WAITING) return Promise.resolve(null);
    this.#waiting++;
    const lane = this.#asked++ % LANES;
    const answering = Promise.resolve(this.#lanes[lane]).then(() => this.#answer(ask));
    this.#lanes[lane] = answering;
    return answering;
  }

  async #answer(ask: AssetAsk): Promise<AssetAnswer> {
    // Each question anew: what is still fresh is in the cache.
    const assets = this.#makeLoader();
    try {
      if (ask.kind === 'module') return await this.#module(ask.specifier, ask.base);
      if (ask.kind === 'css') return await inlineStylesheet(ask.text, ask.base, assets);
      if (ask.kind === 'html') return (await htmlPage(ask.text, ask.base, assets)).html;
      return await this.#file(ask.url, ask.destination, assets);
    } catch {
      // A document can be shown without it, and says itself what it does without.
      return null;
    } finally {
      this.#waiting--;
    }
  }

  async #module(specifier: string, base: string): Promise<ModuleAnswer | null> {
    const {LateModules} = await import('./late-modules.js');
    this.#modules ??= new LateModules(this.#known, () => this.#makeLoader());
    return this.#modules.find(specifier, base);
  }

  #makeLoader(): AssetLoader {
    return new AssetLoader(this.#fetchAsset, this.#options);
  }

  async #file(
    url: string,
    destination: LateDestination,
    assets: AssetLoader,
  ): Promise<Blob | null> {
    const asset = await assets.load(url, destination, this.#url);
    if (!asset) return null;
    if (destination === 'script') {
      // Errors and the browser's tools name the file.
      const text = `${await asset.script('script')}\n//# sourceURL=${asset.url}`;
      return new Blob([text], {type: 'text/javascript;charset=utf-8'});
    }
    if (destination === 'style' && isStylesheet(asset)) {
      const text = await stylesheetText(asset, assets);
      return new Blob([text], {type: 'text/css;charset=utf-8'});
    }
    return blobOf(asset);
  }
}

/** Its bytes as they came. Documents share them: what is handed to a frame is no copy. */
function blobOf(asset: Asset): Blob {
  const {body, headers} = asset.response;
  const blob = blobs.get(asset) ?? new Blob([body], {type: header(headers, 'content-type') ?? ''});
  blobs.set(asset, blob);
  return blob;
}
