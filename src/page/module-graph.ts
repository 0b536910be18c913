// In JavaScript: WebKit compiles WebAssembly of any size only after Python's, a second later.
import {parse} from 'es-module-lexer/minimal/js';
import {type AssetLoader, isOnSite} from './asset-loader.js';
import {isJavaScript} from './content-type.js';
import {toDataUrl} from './data-url.js';
import type {ImportMap} from './import-map.js';

/** Numbers by which the lexer tells what is no import. */
const IMPORT_META = -2;
const STATIC = -1;

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
    let rewritten = '';
    let end = 0;
    for (const {n: specifier, s, e, d} of lex(text)) {
      rewritten += text.slice(end, s);
      end = e;
      if (d === IMPORT_META) {
        const isUrl = text.startsWith('.url', e);
        rewritten += isUrl ? JSON.stringify(base) : text.slice(s, e);
        if (isUrl) end += '.url'.length;
      } else if (specifier === undefined || specifier.includes('*')) {
        rewritten += text.slice(s, e);
      } else {
        const key = this.#map.key(specifier, base);
        this.#ask(key, this.#map.address(key), base);
        rewritten += d === STATIC ? key : JSON.stringify(key);
      }
    }
    return rewritten + text.slice(end);
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

  #ask(key: string, address: string | null, referrer = address ?? ''): void {
    if (address === null || !isOnSite(address)) return;
    this.#keys.set(key, address);
    void this.add(address, referrer);
  }

  async #load(url: string, referrer: string): Promise<string | null> {
    const asset = await this.#assets.load(url, 'script', referrer);
    if (!asset || !isJavaScript(asset.essence)) return asset && asset.dataUrl();
    const text = this.addImports(await asset.script('module'), asset.url);
    return toDataUrl(text, 'text/javascript;charset=utf-8');
  }
}

function lex(text: string): ReturnType<typeof parse>[0] {
  try {
    return parse(text)[0];
  } catch {
    // The browser will say what is wrong with it.
    return [];
  }
}
