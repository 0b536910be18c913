import {ask} from './late/ask.js';
import {dropMarkup, isMarkupComing, writeWithin} from './markup.js';
import {closeDocument, setTimeout, write} from './natives.js';
import {base, moveBase} from './place.js';

/** Markup for which the browser itself would go to the network, before anybody can see it. */
const NAMES_FILES = /<script\b[^>]*\ssrc\b|<link\b/i;

/** Counts documents that scripts have begun: what belongs to one before is not written any more. */
let begun = 0;

/** Whether a script is writing the document, and not the parser of the markup that came. */
let isAnew = false;

/** What can be written once the site's files are in it; a parser would wait for them as well. */
let held: string | null = null;

/**
 * Has a document that a script writes anew as complete as the one before.
 *
 * @param listen Called when every listener has been taken away.
 */
export function watchDocumentOpen(listen: () => void): void {
  /** Where the browser has begun another one, nothing is left of this one. */
  function seeWhetherBegun(): void {
    if (document.documentElement) return;
    begun++;
    isAnew = true;
    held = null;
    dropMarkup();
    listen();
  }

  function put(text: string): void {
    if (!isAnew) {
      write(document, '');
      seeWhetherBegun();
    }
    if (!isAnew) return writeWithin(text);
    if (held === null && !NAMES_FILES.test(text)) return write(document, text);
    // Some never close what they have written.
    if (held === null) setTimeout(close, 0, begun);
    held = (held ?? '') + text;
  }

  const {open, write: writeAll, writeln, close: closeAny} = Document.prototype;
  Object.assign(Document.prototype, {
    open(this: Document, ...args: [string, string, string]): unknown {
      const opened = open.apply(this, args);
      // With three arguments it opens a window.
      if (this === document && (args as unknown[]).length < 3) seeWhetherBegun();
      return opened;
    },
    write(this: Document, ...texts: string[]): void {
      if (this === document) put(texts.join(''));
      else writeAll.apply(this, texts);
    },
    writeln(this: Document, ...texts: string[]): void {
      if (this === document) put(`${texts.join('')}\n`);
      else writeln.apply(this, texts);
    },
    close(this: Document): void {
      if (this === document && isAnew) close(begun);
      else if (this !== document || !isMarkupComing()) closeAny.call(this);
    },
  });
}

function close(number: number): void {
  if (number !== begun || !isAnew) return;
  isAnew = false;
  if (held === null) closeDocument(document);
  else void complete(held, number);
  held = null;
}

async function complete(text: string, number: number): Promise<void> {
  const made = await ask({kind: 'html', text, base: base()});
  if (number !== begun) return;
  write(document, typeof made === 'string' ? made : text);
  closeDocument(document);
  // It may have got another address meanwhile.
  moveBase();
}
