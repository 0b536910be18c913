import {NESTED_SRC, NESTED_SRCDOC} from '../protocol/frame-nested.js';
import {type AssetLoader, isOnSite, resolve} from './asset-loader.js';
import type {AssetDestination} from './asset.js';
import {isJavaScript} from './content-type.js';
import {inlineScriptText} from './inline-script.js';
import {inlineSprites} from './sprite.js';
import {formatSrcset, parseSrcset} from './srcset.js';
import {inlineStylesheet, stylesheetUrl} from './stylesheet.js';

/** Where a tree resolves its URLs, and who gets the files. */
interface Context {
  /** Absolute URL. */
  readonly base: string;
  readonly assets: AssetLoader;
}

/** Attributes that hold one URL the browser loads by itself. */
const URL_ATTRIBUTES: readonly (readonly [
  selector: string,
  attribute: string,
  destination: AssetDestination,
])[] = [
  ['img[src], input[type="image" i][src]', 'src', 'image'],
  ['video[poster]', 'poster', 'image'],
  ['body, table, thead, tbody, tfoot, tr, td, th', 'background', 'image'],
  ['video[src], video > source[src]', 'src', 'video'],
  ['audio[src], audio > source[src]', 'src', 'audio'],
  ['track[src]', 'src', 'track'],
  ['embed[src]', 'src', 'embed'],
  ['object[data]', 'data', 'object'],
  ['svg image, svg feImage', 'href', 'image'],
  ['svg image, svg feImage', 'xlink:href', 'image'],
];

/**
 * Puts the site's files into a tree, templates included. What cannot be had keeps its address.
 *
 * @param root A document, or the content of a template.
 * @param base Absolute URL that the tree's URLs resolve against.
 */
export async function inlineHtml(
  root: Document | DocumentFragment,
  base: string,
  assets: AssetLoader,
): Promise<void> {
  const context = {base, assets};
  for (const iframe of all(root, 'iframe')) deferFrame(iframe, context);
  await Promise.all([
    ...URL_ATTRIBUTES.flatMap(([selector, attribute, destination]) =>
      all(root, selector).map(element => inlineUrl(element, attribute, destination, context)),
    ),
    ...all(root, 'img[srcset], source[srcset]').map(image =>
      inlineSrcset(image, 'srcset', context),
    ),
    ...all(root, 'link[href]').map(link => inlineLink(link, context)),
    ...all(root, 'script[src]').map(script => inlineScript(script, context)),
    ...all(root, 'style').map(style => inlineStyleElement(style, context)),
    ...all(root, '[style]').map(element => inlineStyleAttribute(element, context)),
    ...[...root.querySelectorAll('template')].map(template =>
      inlineHtml(template.content, base, assets),
    ),
    inlineSprites(root, base, assets),
  ]);
}

/** Elements of a tree but for those that a browser with scripts never builds. */
function all(root: ParentNode, selector: string): readonly Element[] {
  return [...root.querySelectorAll(selector)].filter(element => !element.closest('noscript'));
}

async function inlineUrl(
  element: Element,
  attribute: string,
  destination: AssetDestination,
  {base, assets}: Context,
): Promise<void> {
  const url = resolve(element.getAttribute(attribute) ?? '', base);
  const asset = url && (await assets.load(url, destination, base));
  if (!asset) return;
  const {placeholders} = assets;
  const held = placeholders.holdUrl(await asset.dataUrl());
  element.setAttribute(attribute, held + new URL(url).hash);
}

async function inlineSrcset(
  element: Element,
  attribute: string,
  {base, assets}: Context,
): Promise<void> {
  const candidates = parseSrcset(element.getAttribute(attribute) ?? '').map(
    async ({url, descriptor}) => {
      const absolute = resolve(url, base);
      const asset = absolute && (await assets.load(absolute, 'image', base));
      return {url: asset ? assets.placeholders.holdUrl(await asset.dataUrl()) : url, descriptor};
    },
  );
  element.setAttribute(attribute, formatSrcset(await Promise.all(candidates)));
}

/** Stylesheets and icons are put in; links to other pages, and hints to load them, stay. */
async function inlineLink(link: Element, context: Context): Promise<void> {
  const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
  const as = link.getAttribute('as')?.toLowerCase() ?? '';
  const isPreload = rel.includes('preload');
  if (rel.includes('stylesheet') || (isPreload && as === 'style')) {
    await inlineStylesheetLink(link, context);
  } else if (rel.some(token => ['icon', 'apple-touch-icon', 'mask-icon'].includes(token))) {
    await inlineUrl(link, 'href', 'image', context);
  } else if (isPreload && (as === 'font' || as === 'image' || as === 'script')) {
    await inlineUrl(link, 'href', as, context);
  }
  if (link.hasAttribute('imagesrcset')) await inlineSrcset(link, 'imagesrcset', context);
}

async function inlineStylesheetLink(link: Element, {base, assets}: Context): Promise<void> {
  const url = resolve(link.getAttribute('href') ?? '', base);
  const asset = url && (await assets.load(url, 'style', base));
  if (!asset) return;
  link.setAttribute('href', assets.placeholders.holdUrl(await stylesheetUrl(asset, assets)));
  // The hash is of the file as it was, before other files were put into it.
  link.removeAttribute('integrity');
}

async function inlineScript(script: Element, context: Context): Promise<void> {
  const type = (script.getAttribute('type') ?? '').trim().toLowerCase();
  if (type !== '' && !isJavaScript(type)) return;
  const {base, assets} = context;
  const url = resolve(script.getAttribute('src') ?? '', base);
  const asset = url && (await assets.load(url, 'script', base));
  if (!asset || (await inlineScriptText(script, asset, assets.placeholders))) return;
  script.setAttribute('src', assets.placeholders.holdUrl(await asset.scriptUrl()));
  // The hash is of the file as it was.
  if ((await asset.script('script')) !== asset.text()) script.removeAttribute('integrity');
}

/** The guest fills frames of the site. The browser would load them from where the site is not. */
function deferFrame(iframe: Element, {base}: Context): void {
  const src = iframe.getAttribute('src');
  const url = src === null ? null : resolve(src, base);
  if (url !== null && isOnSite(url)) rename(iframe, 'src', NESTED_SRC);
  if (iframe.hasAttribute('srcdoc')) rename(iframe, 'srcdoc', NESTED_SRCDOC);
}

function rename(element: Element, name: string, other: string): void {
  element.setAttribute(other, element.getAttribute(name) ?? '');
  element.removeAttribute(name);
}

async function inlineStyleElement(style: Element, {base, assets}: Context): Promise<void> {
  style.textContent = await inlineStylesheet(style.textContent, base, assets);
}

async function inlineStyleAttribute(element: Element, {base, assets}: Context): Promise<void> {
  const css = element.getAttribute('style') ?? '';
  // Tokens cost time, and hardly any attribute has a URL.
  if (!/url|image-set/i.test(css)) return;
  element.setAttribute('style', await inlineStylesheet(css, base, assets));
}
