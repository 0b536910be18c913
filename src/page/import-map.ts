import {resolve} from './asset-loader.js';

/** Specifiers and what they stand for, as in a `<script type="importmap">`. */
type Entries = Record<string, string | null>;

/** The page's own import map, its keys and addresses made absolute. */
export class ImportMap {
  /** The markup's JSON. */
  readonly text: string;
  readonly #imports = new Map<string, string>();

  /**
   * @param text The markup's JSON; what is no import map counts as an empty one, as in a browser.
   * @param base Absolute URL of the document.
   */
  constructor(text: string, base: string) {
    this.text = text;
    for (const [specifier, address] of Object.entries(readImports(text))) {
      const url = address && resolve(address, base);
      if (url) this.#imports.set(this.key(specifier, base), url);
    }
  }

  /** Every specifier with the absolute URL it stands for. */
  get entries(): ReadonlyMap<string, string> {
    return this.#imports;
  }

  /** By which name a module asks for another: an absolute URL, or a bare name as it is. */
  key(specifier: string, base: string): string {
    const isUrl = /^\.{0,2}\//.test(specifier) || URL.canParse(specifier);
    return (isUrl && resolve(specifier, base)) || specifier;
  }

  /** The absolute URL that a key stands for, `null` for a bare name that nobody explains. */
  address(key: string): string | null {
    const exact = this.#imports.get(key);
    if (exact !== undefined) return exact;
    const prefix = [...this.#imports.keys()]
      .filter(name => name.endsWith('/') && key.startsWith(name))
      .reduce((longest, name) => (name.length > longest.length ? name : longest), '');
    const folder = this.#imports.get(prefix);
    if (folder !== undefined) return resolve(key.slice(prefix.length), folder);
    return URL.canParse(key) ? key : null;
  }

  /** The map's text with more entries, which win over those it had. */
  static extend(text: string, entries: ReadonlyMap<string, string>): string {
    const map = readMap(text);
    const imports = {...map.imports, ...Object.fromEntries(entries)};
    return JSON.stringify({...map, imports}, null, 2).replaceAll('<', '\\u003c');
  }
}

function readImports(text: string): Entries {
  return readMap(text).imports ?? {};
}

function readMap(text: string): {imports?: Entries} {
  try {
    const map: unknown = JSON.parse(text);
    return typeof map === 'object' && map !== null ? map : {};
  } catch {
    return {};
  }
}
