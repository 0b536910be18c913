import {Uint8Array} from '../natives.js';
import {Blob, DOMParser, TextDecoder} from './natives.js';

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)/i;
/** What a document says of itself. */
const IN_XML = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)/;
const IN_HTML = /<meta[^>]+charset\s*=\s*["']?([^\s"'>;]+)/i;
const XML = /^(?:text|application)\/xml$|\+xml$/;

/**
 * What an `XMLHttpRequest` has got, in the forms that a script may want it in. An `override` is the
 * media type that a script says it has; `''` leaves that to the response.
 */
export class ReceivedBody {
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  readonly #given: string;
  #decoder: TextDecoder | undefined;
  /** How many of the pieces are text by now. */
  #decoded = 0;
  #text = '';
  /** In bytes. */
  size = 0;

  /** @param type The response's `Content-Type`. */
  constructor(type: string | null) {
    this.#given = type || 'text/xml';
  }

  add(piece: Uint8Array<ArrayBuffer>): void {
    this.#pieces.push(piece);
    this.size += piece.length;
  }

  /**
   * As text, as far as it has come.
   *
   * @param declares Whether XML may say itself which encoding it has.
   */
  text(isWhole: boolean, override: string, declares: boolean): string {
    const declared = declares && XML.test(this.#essence(override)) ? IN_XML : null;
    this.#decoder ??= new TextDecoder(this.#charset(override, declared));
    for (const piece of this.#pieces.slice(this.#decoded)) {
      this.#text += this.#decoder.decode(piece, {stream: true});
    }
    this.#decoded = this.#pieces.length;
    if (isWhole) this.#text += this.#decoder.decode();
    return this.#text;
  }

  bytes(): ArrayBuffer {
    const all = new Uint8Array(this.size);
    let end = 0;
    for (const piece of this.#pieces) {
      all.set(piece, end);
      end += piece.length;
    }
    return all.buffer;
  }

  blob(override: string): Blob {
    return new Blob(this.#pieces, {type: override || this.#given});
  }

  json(): unknown {
    try {
      return JSON.parse(new TextDecoder().decode(this.bytes()));
    } catch {
      return null;
    }
  }

  /** @param isWanted Whether it was asked for as one, and may be HTML. */
  document(override: string, isWanted: boolean): Document | null {
    const type = this.#essence(override);
    if (this.size === 0) return null;
    if (type === 'text/html') return isWanted ? this.#parse(override, type) : null;
    if (!XML.test(type)) return null;
    const isKnown = type === 'application/xhtml+xml' || type === 'image/svg+xml';
    const parsed = this.#parse(override, isKnown ? type : 'application/xml');
    return parsed.querySelector('parsererror') ? null : parsed;
  }

  #parse(override: string, type: DOMParserSupportedType): Document {
    const declared = type === 'text/html' ? IN_HTML : IN_XML;
    const text = new TextDecoder(this.#charset(override, declared)).decode(this.bytes());
    return new DOMParser().parseFromString(text, type);
  }

  #essence(override: string): string {
    const [essence = ''] = (override || this.#given).toLowerCase().split(';', 1);
    return essence.trim();
  }

  /** One that a decoder knows; how the bytes begin counts more than what was said of them. */
  #charset(override: string, declared: RegExp | null): string {
    const bytes = this.#pieces[0] ?? new Uint8Array();
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    const start = (): string => new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
    const isMarked = first === 0xef && second === 0xbb;
    const [, label] =
      CHARSET.exec(override) ??
      CHARSET.exec(this.#given) ??
      (isMarked ? null : declared?.exec(start())) ??
      [];
    try {
      return new TextDecoder(label).encoding;
    } catch {
      return 'utf-8';
    }
  }
}
