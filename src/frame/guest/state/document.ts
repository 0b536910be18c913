import {SITE_ORIGIN} from '../../../protocol/http.js';
import {getOwnPropertyDescriptor} from '../natives.js';
import {currentUrl} from '../place.js';
import {override} from './override.js';

/** Has the document and its window say what they would on the site. */
export function installDocument(referrer: string): void {
  ofThisDocument('URL', currentUrl);
  ofThisDocument('documentURI', currentUrl);
  ofThisDocument('referrer', () => referrer);
  ofThisDocument('domain', () => new URL(SITE_ORIGIN).hostname);
  override(window, 'origin', {
    get: () => SITE_ORIGIN,
    // As with the browser's own, a script may call something else so.
    set: (value: unknown) => override(window, 'origin', {value, writable: true}),
  });
}

/** Other documents, such as those of a parser, keep what is theirs. */
export function ofThisDocument(
  name: 'URL' | 'documentURI' | 'referrer' | 'domain' | 'cookie',
  read: () => string,
  write: (value: unknown) => void = () => {},
): void {
  const native = getOwnPropertyDescriptor(Document.prototype, name);
  const hasSetter = native?.set !== undefined;
  override(Document.prototype, name, {
    get(this: Document): unknown {
      return this === document ? read() : native?.get?.call(this);
    },
    ...(hasSetter && {
      set(this: Document, value: unknown): void {
        if (this === document) write(value);
      },
    }),
  });
}
