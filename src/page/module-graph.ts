import {type AssetLoader, isOnSite} from './asset-loader.js';
import type {Asset} from './asset.js';
import {isJavaScript} from './content-type.js';
import {toDataUrl} from './data-url.js';
import type {ImportMap} from './import-map.js';
import {rewriteImports} from './module-imports.js';

/** Modules as they were last written: taking one apart costs more than all else about it. */
const modules = new WeakMap<
  Asset,
  {readonly map: string; readonly specifiers: readonly string[]; readonly dataUrl: Promise<string>}
>();

/**
 * The modules of the site that a document comes by.
 *
 * A `data:` module has no place that relative imports could start from. So each import is written
 * with its absolute URL, and an import map leads from there to the module's `data:` URL: cycles
 * stay possible, and a module that is imported twice is still one.
 */
export class ModuleGraph {
  readonly #map: ImportMap;
  readonly #assets: AssetLoader;
  readonly #modules = new Map<string, Promise<string | null>>();
  /** What modules are asked for by, with their addresses. */
  readonly #keys = new Map<string, string>();

  constructor(map: ImportMap, assets: AssetLoader) {
    this.#map = map;
    this.#assets = assets;
    for (const [key, address] of map.entries) if (!key.endsWith('/')) this.#ask(key, address);
  }

  /**
   * Adds a module and, later on, everything it imports.
   *
   * @param url Absolute URL.
   * @param referrer URL of the document or module that imports it.
   * @returns Its `data:` URL, `null` where it is another site's or could not be had.
   */
  add(url: string, referrer: string): Promise<string | null> {
    let adding = this.#modules.get(url);
    if (!adding) {
      adding = this.#load(url, referrer);
      this.#modules.set(url, adding);
    }
    return adding;
  }

  /**
   * Adds what a text imports.
   *
   * @param base Absolute URL that its imports start from.
   * @returns The text with absolute URLs in its imports; as it was where it is no module.
   */
  addImports(text: string, base: string): string {
    return rewriteImports(text, base, specifier => this.#import(specifier, base));
  }

  /** What modules are asked for by, with their addresses. */
  get keys(): ReadonlyMap<string, string> {
    return this.#keys;
  }

  /** What an import map needs for all of them, once everything is there. */
  async entries(): Promise<ReadonlyMap<string, string>> {
    // Modules that are added meanwhile come up in this very loop.
    for (const adding of this.#modules.values()) await adding;
    const entries = new Map<string, string>();
    for (const [key, address] of this.#keys) {
      const dataUrl = await this.#modules.get(address);
      if (dataUrl) entries.set(key, dataUrl);
    }
    return entries;
  }

  /** @returns what the import map has it by. */
  #import(specifier: string, base: string): string {
    const key = this.#map.key(specifier, base);
    this.#ask(key, this.#map.address(key), base);
    return key;
  }

  #ask(key: string, address: string | null, referrer = address ?? ''): void {
    if (address === null || !isOnSite(address)) return;
    this.#keys.set(key, address);
    void this.add(address, referrer);
  }

  async #load(url: string, referrer: string): Promise<string | null> {
    const asset = await this.#assets.load(url, 'script', referrer);
    if (!asset || !isJavaScript(asset.essence)) return asset && asset.dataUrl();
    const known = modules.get(asset);
    if (known?.map === this.#map.text) {
      for (const specifier of known.specifiers) this.#import(specifier, asset.url);
      return known.dataUrl;
    }
    const specifiers: string[] = [];
    const text = rewriteImports(await asset.script('module'), asset.url, specifier => {
      specifiers.push(specifier);
      return this.#import(specifier, asset.url);
    });
    const dataUrl = toDataUrl(text, 'text/javascript;charset=utf-8');
    modules.set(asset, {map: this.#map.text, specifiers, dataUrl});
    return dataUrl;
  }
}
