import {getAttribute, localName} from '../natives.js';
import {fileSet, fileUrl, siteUrl} from './files.js';
import {fillFrame} from './frames.js';
import {type Late, lateOf, pendingOf} from './lates.js';
import {moduleFile} from './modules.js';
import {isAsync, loadMedia, removeNative, setNative} from './natives.js';
import {slotOf} from './slots.js';

/** Scripts that run in the order in which they came into the document. */
let inOrder: Promise<unknown> = Promise.resolve();

/** Gets what an attribute names and gives it to the browser, unless another was set meanwhile. */
export function settle(element: Element, name: string, late: Late): Promise<void> {
  if (element instanceof HTMLIFrameElement) {
    fillFrame(element);
    return Promise.resolve();
  }
  late.state = 'asked';
  late.settling ??= give(element, name, late);
  return late.settling;
}

async function give(element: Element, name: string, late: Late): Promise<void> {
  const given = await get(element, name, late.written);
  if (lateOf(element, name) !== late) return;
  if (given === null) return fail(element, name, late);
  late.state = 'there';
  late.given = given;
  // The hash is of the file as it was.
  if (/^(?:link|script)$/.test(localName(element))) removeNative(element, 'integrity');
  setNative(element, name, given);
  wakeMedia(element);
}

/** @returns what the browser gets, `null` where the file cannot be had. */
async function get(element: Element, name: string, written: string): Promise<string | null> {
  if (name === 'srcset') return fileSet(written);
  const url = siteUrl(written);
  const destination = slotOf(element, name);
  if (url === null || destination === undefined || destination === 'frame' || !isWanted(element))
    return written;
  if (isModule(element)) return moduleFile(url);
  const isSprite = localName(element) === 'use';
  const getting = fileUrl(url, destination, isSprite);
  return element instanceof HTMLScriptElement && !isAsync(element) ? inTurn(getting) : getting;
}

/** Links to other things than stylesheets lead nowhere in a frame; scripts may be texts. */
function isWanted(element: Element): boolean {
  if (element instanceof HTMLLinkElement) return /\bstylesheet\b/i.test(element.rel);
  if (!(element instanceof HTMLScriptElement)) return true;
  const type = getAttribute(element, 'type')?.trim() ?? '';
  return type === '' || isModule(element) || /(?:java|ecma)script$/i.test(type);
}

function isModule(element: Element): boolean {
  return (
    element instanceof HTMLScriptElement &&
    getAttribute(element, 'type')?.trim().toLowerCase() === 'module'
  );
}

function inTurn(getting: Promise<string | null>): Promise<string | null> {
  const turn = inOrder.then(() => getting);
  inOrder = turn;
  return turn;
}

/** Makes it fail as the browser does. */
function fail(element: Element, name: string, late: Late): void {
  late.state = 'failed';
  // An image or a film of nothing fails by itself, and looks like it.
  if (/^(?:img|input|video|audio|source)$/.test(localName(element)))
    setNative(element, name, 'data:,');
  else element.dispatchEvent(new Event('error'));
  wakeMedia(element);
}

/** A film looks at its sources once, so it is told to when all of them are there. */
function wakeMedia(source: Element): void {
  const media = source.parentElement;
  if (localName(source) !== 'source' || !(media instanceof HTMLMediaElement)) return;
  const isWhole = [...media.children].every(child => pendingOf(child) === undefined);
  if (isWhole && media.readyState === media.HAVE_NOTHING) loadMedia(media);
}
