import {OWN_BASE} from '../protocol/frame-state.js';
import {REFRESH} from '../protocol/frame.js';
import type {AssetLoader} from './asset-loader.js';
import {inlineHtml} from './inline-html.js';
import type {DocumentModules} from './late-modules.js';
import {inlineModules} from './modules.js';
import {allowInlinedAssets} from './policy.js';
import {rewriteScripts} from './rewrite-scripts.js';
import {namesLocation} from './script-text.js';
import {serialise} from './serialise.js';

/** Markup that stands for itself. */
export interface Markup {
  readonly html: string;
  /** The document's title, `''` where it has none. */
  readonly title: string;
  /** Those it has by its import map. */
  readonly modules: DocumentModules | null;
}

/**
 * Makes a page of the site into one document that needs nothing else of the site.
 *
 * @param text The page's markup.
 * @param url Absolute URL it came from.
 * @param isXhtml Whether it is XML, where every element may end itself.
 * @param referrerPolicy What its response says, where it tells less of its address; or `''`.
 */
export async function htmlPage(
  text: string,
  url: string,
  assets: AssetLoader,
  isXhtml = false,
  referrerPolicy = '',
): Promise<Markup> {
  const document = parse(text, isXhtml, assets.parser);
  const base = setBase(document, url);
  if (referrerPolicy !== '') setReferrerPolicy(document, referrerPolicy);
  if (namesLocation(text)) await rewriteScripts(document);
  const [modules] = await Promise.all([
    inlineModules(document, base, assets),
    inlineHtml(document, base, assets),
  ]);
  allowInlinedAssets(document);
  deferRefresh(document);
  return {html: assets.placeholders.fill(serialise(document)), title: document.title, modules};
}

function parse(text: string, isXhtml: boolean, parser: DOMParser): Document {
  const xml = isXhtml ? parser.parseFromString(text, 'application/xhtml+xml') : null;
  // A browser would say what is wrong with it; read as HTML, it shows what it has.
  if (!xml || !xml.querySelector('html > body') || xml.querySelector('parsererror')) {
    return parser.parseFromString(text, 'text/html');
  }
  const document = parser.parseFromString('<!DOCTYPE html>', 'text/html');
  document.replaceChild(document.importNode(xml.documentElement, true), document.documentElement);
  // No parser has seen to it that there is one.
  if (!document.querySelector('head')) {
    document.documentElement.prepend(document.createElement('head'));
  }
  return document;
}

/**
 * Says where the document lies, so that `a.href` and `form.action` give addresses of the site. An
 * author's own `<base>` counts, resolved as it would have been there.
 */
function setBase(document: Document, url: string): string {
  const own = document.querySelector('base[href]');
  const href = own?.getAttribute('href') ?? '';
  const base = URL.canParse(href, url) ? new URL(href, url) : null;
  if (own && base && /^https?:$/.test(base.protocol)) {
    own.setAttribute('href', base.href);
    return base.href;
  }
  const added = document.createElement('base');
  added.href = url;
  added.setAttribute(OWN_BASE, '');
  document.head.prepend(added);
  return url;
}

/** As markup can say it, before what the author's own does. */
function setReferrerPolicy(document: Document, policy: string): void {
  const meta = document.createElement('meta');
  meta.name = 'referrer';
  meta.content = policy;
  document.head.prepend(meta);
}

/**
 * A `<meta http-equiv="refresh">` would lead the frame to the network; under another name the
 * guest acts on it.
 */
function deferRefresh(document: Document): void {
  for (const meta of document.querySelectorAll('meta[http-equiv]')) {
    if (meta.getAttribute('http-equiv')?.toLowerCase() === 'refresh') {
      meta.setAttribute('http-equiv', REFRESH);
    }
  }
}
