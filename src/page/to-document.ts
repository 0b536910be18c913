import type {HttpResponse} from '../protocol/http.js';
import type {AssetCache} from './asset-cache.js';
import {AssetLoader, type Problem} from './asset-loader.js';
import type {FetchAsset} from './asset.js';
import {decode, declaredInHtml} from './charset.js';
import {contentType, header} from './content-type.js';
import {toDataUrl} from './data-url.js';
import {filenameFromUrl, parseDisposition, safeName} from './filename.js';
import {htmlPage} from './html-page.js';
import {LateAssets} from './late-assets.js';
import {preload} from './link-header.js';
import {
  filePage,
  imagePage,
  mediaPage,
  type PageTexts,
  statusPage,
  textPage,
} from './plain-page.js';
import {partsNamed, type ScriptPart} from './script-text.js';
import {sniff} from './sniff.js';

const PDF = 'application/pdf';
const XHTML = 'application/xhtml+xml';

/** A document that needs nothing else of the site. */
export interface DocumentPage {
  readonly kind: 'document';
  readonly html: string;
  /** `''` where it has none. */
  readonly title: string;
  /** Files it names that could not be had. */
  readonly problems: readonly Problem[];
  /** What its scripts name, and it gets therefore. */
  readonly parts: ReadonlySet<ScriptPart>;
  /** Answers what its scripts ask for. */
  readonly late: LateAssets;
}

/** Something to be saved instead of shown. */
export interface DownloadPage {
  readonly kind: 'download';
  readonly filename: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** With its parameters, as the site gave it. */
  readonly type: string;
}

/** What a browser does with a response. */
export type Page =
  | DocumentPage
  | DownloadPage
  /** A response without content: the document shown stays. */
  | {readonly kind: 'none'};

export interface DocumentOptions {
  /** Absolute URL of the response, redirects followed. */
  readonly url: string;
  /** A link's `download`: save it under this name, or under the response's where `''`. */
  readonly download?: string | undefined;
  /** What parses markup; the page's own parser unless told. */
  readonly parser?: DOMParser | undefined;
  /** Files of earlier documents of the same project. */
  readonly cache?: AssetCache | undefined;
  /** Without them what a frame cannot show is saved. */
  readonly texts?: PageTexts | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Turns the site's final response into one self-contained document, or into a download.
 *
 * @param fetchAsset Asks the site for a file that the document names.
 * @throws The signal's reason once aborted.
 */
export async function toDocument(
  response: HttpResponse,
  fetchAsset: FetchAsset,
  options: DocumentOptions,
): Promise<Page> {
  const {url, cache, parser, signal} = options;
  if (response.status === 204 || response.status === 205) return {kind: 'none'};
  const download = toDownload(response, options);
  if (download) return download;

  const assets = new AssetLoader(fetchAsset, {cache, parser, signal});
  preload(response.headers, url, assets);
  const text = await markup(response, options);
  const isXhtml = essenceOf(response) === XHTML;
  const policy = referrerPolicy(response);
  const {modules, ...page} = await htmlPage(text, url, assets, isXhtml, policy);
  signal?.throwIfAborted();
  const late = new LateAssets(url, fetchAsset, {cache, parser, modules});
  const parts = new Set([...assets.parts, ...partsNamed(text)]);
  return {kind: 'document', ...page, problems: assets.problems, late, parts};
}

/** `''` where the site itself is told the whole address, as by nearly every policy. */
function referrerPolicy({headers}: HttpResponse): string {
  const given = header(headers, 'referrer-policy')?.toLowerCase() ?? '';
  return /(?:^|,)\s*(no-referrer|(?:strict-)?origin)\s*$/.exec(given)?.[1] ?? '';
}

function toDownload(response: HttpResponse, options: DocumentOptions): DownloadPage | null {
  const {body, headers} = response;
  const {url, download} = options;
  const disposition = parseDisposition(header(headers, 'content-disposition'));
  const essence = essenceOf(response);
  const isShown = download === undefined && !disposition.isAttachment && canShow(essence, options);
  // An error is shown even where a file was asked for, or nobody would know of it.
  if (isShown || response.status >= 400) return null;
  const filename =
    disposition.filename || safeName(download ?? '') || filenameFromUrl(url, essence);
  return {kind: 'download', filename, bytes: body, type: header(headers, 'content-type') ?? ''};
}

async function markup(response: HttpResponse, {url, texts}: DocumentOptions): Promise<string> {
  const {status, headers, body} = response;
  if (status >= 400 && body.length === 0) return statusPage(status, headers);
  const {charset} = contentType(headers);
  const essence = essenceOf(response);
  const title = filenameFromUrl(url, '');
  if (isHtml(essence)) return decode(body, charset, declaredInHtml);
  if (essence.startsWith('image/')) return imagePage(await toDataUrl(body, essence), title);
  if (texts && essence === PDF) {
    const {filename} = parseDisposition(header(headers, 'content-disposition'));
    const name = filename ?? filenameFromUrl(url, essence);
    return filePage(await toDataUrl(body, essence), name, body.length, texts);
  }
  if (isMedia(essence)) return mediaPage(await toDataUrl(body, essence), title);
  return textPage(decode(body, charset), title, essence);
}

function essenceOf({headers, body}: HttpResponse): string {
  return contentType(headers).essence || sniff(body);
}

function canShow(essence: string, {texts}: DocumentOptions): boolean {
  if (essence === PDF) return texts !== undefined;
  return isHtml(essence) || isText(essence) || isMedia(essence) || essence.startsWith('image/');
}

function isHtml(essence: string): boolean {
  return essence === 'text/html' || essence === XHTML;
}

function isMedia(essence: string): boolean {
  return /^(?:audio|video)\//.test(essence);
}

function isText(essence: string): boolean {
  return /^text\/|^application\/(?:(?:.+\+)?(?:json|xml|yaml)|javascript)$/.test(essence);
}
