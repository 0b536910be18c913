import type {LateModule, ModuleAnswer} from '../protocol/frame-assets.js';
import {type AssetLoader, isOnSite} from './asset-loader.js';
import {isJavaScript} from './content-type.js';
import {ImportMap} from './import-map.js';
import {rewriteImports} from './module-imports.js';

/** Modules that a document came with. */
export interface DocumentModules {
  readonly map: ImportMap;
  /** What its import map has, with the absolute URL of each. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Modules that a document asks for by an address which nobody could tell before. */
export class LateModules {
  readonly #map: ImportMap;
  readonly #keys = new Map<string, string>();
  readonly #entries: ReadonlyMap<string, string>;
  readonly #makeLoader: () => AssetLoader;

  constructor({map, entries}: DocumentModules, makeLoader: () => AssetLoader) {
    this.#map = map;
    this.#entries = entries;
    for (const [key, address] of entries) this.#keys.set(address, key);
    this.#makeLoader = makeLoader;
  }

  /**
   * Finds a module and all it imports that the document does not have by its import map.
   *
   * @param base Absolute URL of what imports it.
   * @returns `null` where it cannot be had.
   */
  async find(specifier: string, base: string): Promise<ModuleAnswer | null> {
    const key = this.#map.key(specifier, base);
    const known = this.#knownAs(key);
    if (known !== null) return {entry: known, modules: []};
    const address = this.#map.address(key);
    if (address === null || !isOnSite(address)) return {entry: address ?? key, modules: []};
    const found = new Map<string, LateModule>();
    const isWhole = await this.#collect(address, base, found, [], this.#makeLoader());
    return isWhole ? {entry: address, modules: [...found.values()]} : null;
  }

  /** By which name the document has it already; `null` where it has not. */
  #knownAs(key: string): string | null {
    if (this.#entries.has(key)) return key;
    return this.#keys.get(this.#map.address(key) ?? '') ?? null;
  }

  /** Each after those that it imports; circles, which would need a map, are not possible. */
  async #collect(
    url: string,
    referrer: string,
    found: Map<string, LateModule>,
    importers: readonly string[],
    assets: AssetLoader,
  ): Promise<boolean> {
    if (found.has(url)) return true;
    const asset = await assets.load(url, 'script', referrer);
    if (!asset || importers.includes(url)) return false;
    if (!isJavaScript(asset.essence)) {
      found.set(url, {url, parts: null, dataUrl: await asset.dataUrl()});
      return true;
    }
    const imported: string[] = [];
    const text = rewriteImports(await asset.script('module'), asset.url, (specifier, isStatic) => {
      if (!isStatic) return null;
      const key = this.#map.key(specifier, asset.url);
      const known = this.#knownAs(key);
      const address = this.#map.address(key);
      if (known !== null || address === null || !isOnSite(address)) return known ?? address ?? key;
      imported.push(address);
      // No script has this character, so that it can be told where its address goes.
      return `\0${address}\0`;
    });
    for (const address of imported) {
      const path = [...importers, url];
      if (!(await this.#collect(address, asset.url, found, path, assets))) return false;
    }
    found.set(url, {url, parts: text.split('\0')});
    return true;
  }
}
