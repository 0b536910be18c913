import {
  type CSSToken,
  isTokenAtKeyword,
  isTokenCloseCurly,
  isTokenCloseParen,
  isTokenFunction,
  isTokenOpenParen,
  isTokenSemicolon,
  isTokenString,
  isTokenURL,
  tokenize,
} from '@csstools/css-tokenizer';
import {type AssetLoader, resolve} from './asset-loader.js';
import type {Asset, AssetDestination} from './asset.js';
import {toDataUrl} from './data-url.js';

/** Functions whose strings are URLs of images. */
const IMAGE_SETS: ReadonlySet<string> = new Set(['image-set', '-webkit-image-set']);

/** A URL in a stylesheet: where its token stands and what it is for. */
interface Reference {
  readonly index: number;
  readonly url: string;
  readonly destination: AssetDestination;
  /** An unquoted `url()`, which is one token with its function. */
  readonly isUrlToken: boolean;
}

/** A stylesheet, taken apart. */
interface Sheet {
  /** The texts of all its tokens. */
  readonly parts: readonly string[];
  readonly references: readonly Reference[];
}

/** A stylesheet, put together again. */
interface InlinedSheet {
  readonly sheet: Sheet;
  /** What took the place of each reference. */
  readonly inlined: readonly (string | null)[];
  readonly text: string;
  url?: Promise<string>;
}

/**
 * Stylesheets as they were last inlined: taking one apart costs more than all else about it. It is
 * put together anew when one of its files has changed.
 */
const inlinedSheets = new WeakMap<Asset, InlinedSheet>();

/**
 * Makes a stylesheet, or the declarations of a `style` attribute, independent of where it lies:
 * files of the site are put into it as `data:` URLs, imported stylesheets with their conditions
 * too, and every other URL is made absolute.
 *
 * @param css The stylesheet's text.
 * @param base Absolute URL its own URLs resolve against.
 * @param importers The stylesheets that led here: one that imports itself again is left empty.
 */
export async function inlineStylesheet(
  css: string,
  base: string,
  assets: AssetLoader,
  importers: readonly string[] = [base],
): Promise<string> {
  const sheet = parse(css);
  return join(sheet, await inlineReferences(sheet, base, assets, importers));
}

/** A stylesheet of the site as a `data:` URL, with everything in it. */
export async function stylesheetUrl(
  asset: Asset,
  assets: AssetLoader,
  importers: readonly string[] = [],
): Promise<string> {
  // A browser applies nothing but CSS, so what is not is left for it to refuse.
  if (!isStylesheet(asset)) return asset.dataUrl();
  const inlined = await inlineAsset(asset, assets, importers);
  inlined.url ??= toDataUrl(inlined.text, 'text/css;charset=utf-8');
  return inlined.url;
}

/** The text of a stylesheet of the site, with everything in it. */
export async function stylesheetText(asset: Asset, assets: AssetLoader): Promise<string> {
  return (await inlineAsset(asset, assets, [])).text;
}

/** Whether a browser applies it. */
export function isStylesheet({essence}: Asset): boolean {
  return essence === '' || essence === 'text/css';
}

async function inlineAsset(
  asset: Asset,
  assets: AssetLoader,
  importers: readonly string[],
): Promise<InlinedSheet> {
  const known = inlinedSheets.get(asset);
  const sheet = known?.sheet ?? parse(asset.text());
  const inlined = await inlineReferences(sheet, asset.url, assets, [...importers, asset.url]);
  if (known && inlined.every((text, index) => text === known.inlined[index])) return known;
  const made = {sheet, inlined, text: join(sheet, inlined)};
  inlinedSheets.set(asset, made);
  return made;
}

function parse(css: string): Sheet {
  const tokens = tokenize({css});
  return {parts: tokens.map(([, text]) => text), references: findReferences(tokens)};
}

/** What takes the place of each reference; `null` where it stays. */
function inlineReferences(
  {references}: Sheet,
  base: string,
  assets: AssetLoader,
  importers: readonly string[],
): Promise<readonly (string | null)[]> {
  return Promise.all(
    references.map(async ({url, destination, isUrlToken}) => {
      const absolute = resolve(url, base);
      if (absolute === null) return null;
      const inlined =
        destination === 'style'
          ? await inlineImport(absolute, base, assets, importers)
          : await inlineFile(absolute, base, assets, destination);
      return isUrlToken ? `url("${inlined}")` : `"${inlined}"`;
    }),
  );
}

function join({parts, references}: Sheet, inlined: readonly (string | null)[]): string {
  const joined = [...parts];
  for (const [i, {index}] of references.entries()) {
    const text = inlined[i];
    if (text) joined[index] = text;
  }
  return joined.join('');
}

async function inlineImport(
  url: string,
  base: string,
  assets: AssetLoader,
  importers: readonly string[],
): Promise<string> {
  if (importers.includes(url)) return 'data:text/css,';
  const asset = await assets.load(url, 'style', base);
  if (!asset) return url;
  return importers.includes(asset.url) ? 'data:text/css,' : stylesheetUrl(asset, assets, importers);
}

async function inlineFile(
  url: string,
  base: string,
  assets: AssetLoader,
  destination: AssetDestination,
): Promise<string> {
  const asset = await assets.load(url, destination, base);
  return asset ? (await asset.dataUrl()) + new URL(url).hash : url;
}

/** Every URL that the browser would load, by the tokens around it. */
function findReferences(tokens: readonly CSSToken[]): readonly Reference[] {
  const references: Reference[] = [];
  const functions: string[] = [];
  let rule = '';
  for (const [index, token] of tokens.entries()) {
    if (isTokenAtKeyword(token)) rule = token[4].value.toLowerCase();
    else if (isTokenCloseCurly(token)) rule = '';
    // The declarations of a font face end with semicolons too.
    else if (isTokenSemicolon(token) && rule !== 'font-face') rule = '';
    else if (isTokenFunction(token)) functions.push(token[4].value.toLowerCase());
    else if (isTokenOpenParen(token)) functions.push('');
    else if (isTokenCloseParen(token)) functions.pop();
    else if (isTokenURL(token) || isTokenString(token)) {
      const destination = whatFor(token, rule, functions.at(-1));
      if (destination) {
        const isUrlToken = isTokenURL(token);
        references.push({index, url: token[4].value, destination, isUrlToken});
      }
      // What follows in an import is its conditions.
      if (destination === 'style') rule = 'imported';
    }
  }
  return references;
}

/** @param inside The function around the token, `''` for mere parentheses. */
function whatFor(
  token: CSSToken,
  rule: string,
  inside: string | undefined,
): AssetDestination | null {
  const isUrl = isTokenURL(token) || inside === 'url' || inside === 'src';
  if (rule === 'import' && (isUrl || inside === undefined)) return 'style';
  if (['import', 'imported', 'namespace', 'charset'].includes(rule)) return null;
  if (!isUrl && !IMAGE_SETS.has(inside ?? '')) return null;
  return rule === 'font-face' ? 'font' : 'image';
}
