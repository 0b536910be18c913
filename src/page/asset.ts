import type {HttpResponse} from '../protocol/http.js';
import {decode, declaredInCss} from './charset.js';
import {contentType, header} from './content-type.js';
import {toDataUrl} from './data-url.js';
import {fileText, partsNamed, type ScriptKind, type ScriptPart} from './script-text.js';

/** What an asset is for, by the name `Sec-Fetch-Dest` has for it. */
export type AssetDestination =
  'audio' | 'embed' | 'font' | 'image' | 'object' | 'script' | 'style' | 'track' | 'video';

/** An answer to a request for an asset. */
export interface FetchedAsset {
  /** Absolute URL, redirects followed. */
  readonly url: string;
  /** `null` where the site redirects to another one, where the asset may stay. */
  readonly response: HttpResponse | null;
}

/** Asks the site for a file that a document names. */
export type FetchAsset = (
  url: string,
  options: {
    readonly destination: AssetDestination;
    /** URL of the document or stylesheet that names it. */
    readonly referrer: string;
    readonly signal: AbortSignal | undefined;
  },
) => Promise<FetchedAsset>;

/** A file of the site, got. */
export class Asset {
  /** Absolute URL of the response, which relative URLs within it resolve against. */
  readonly url: string;
  readonly response: HttpResponse;
  /** Its type without parameters, `''` where there is none. */
  readonly essence: string;
  #dataUrl: Promise<string> | null = null;
  #text: string | null = null;
  #scriptUrl: Promise<string> | null = null;
  #parts: readonly ScriptPart[] | null = null;
  readonly #scripts = new Map<ScriptKind, Promise<string>>();

  constructor(url: string, response: HttpResponse) {
    this.url = url;
    this.response = response;
    this.essence = contentType(response.headers).essence;
  }

  /** Its bytes and its type as they came. */
  dataUrl(): Promise<string> {
    const {body, headers} = this.response;
    this.#dataUrl ??= toDataUrl(body, header(headers, 'content-type') ?? '');
    return this.#dataUrl;
  }

  /** Its text, as a stylesheet or a script is read. */
  text(): string {
    const {body, headers} = this.response;
    this.#text ??= decode(body, contentType(headers).charset, declaredInCss);
    return this.#text;
  }

  /** What it names if it is a script. */
  get parts(): readonly ScriptPart[] {
    this.#parts ??= partsNamed(this.text());
    return this.#parts;
  }

  /** Its text as a script that runs in the frame; {@link text} itself where nothing is changed. */
  script(kind: ScriptKind): Promise<string> {
    const script = this.#scripts.get(kind) ?? fileText(this.text(), kind, this.url);
    this.#scripts.set(kind, script);
    return script;
  }

  /** That script as a `data:` URL. */
  async scriptUrl(): Promise<string> {
    const script = await this.script('script');
    if (script === this.text()) return this.dataUrl();
    this.#scriptUrl ??= toDataUrl(script, 'text/javascript;charset=utf-8');
    return this.#scriptUrl;
  }
}
