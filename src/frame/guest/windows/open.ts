import {OPENER, type OwnWindow, SELF} from '../../../protocol/frame-window.js';
import {say} from '../host.js';
import {defineProperty} from '../natives.js';
import {follow, openPage} from '../navigate.js';
import {resolve} from '../place.js';
import {tell} from './remote.js';
import {standInFor} from './stand-in.js';
import {isKnown, targetNamed, want} from './known.js';

/** The window that a site is shown in at first. */
const FIRST: OwnWindow = {name: '', hasOpener: false};

/** Gives scripts what they have of windows in a browser, as far as it can be had. */
export function watchWindows({name, hasOpener}: OwnWindow = FIRST): void {
  window.name = name;
  const values = {open, close, opener: hasOpener ? standInFor(OPENER) : null};
  for (const [key, value] of Object.entries(values)) {
    defineProperty(window, key, {value, writable: true, configurable: true, enumerable: true});
  }
}

/** `window.close`, which the host does to windows that lie over the site's first one. */
function close(): void {
  tell(SELF, {act: 'close'});
}

/** `window.open`: shows a page in a window that is there, or in a new one. */
function open(address: unknown = '', name: unknown = '', features: unknown = ''): object | null {
  const text = String(address);
  const isEmpty = text === '' || text === 'about:blank';
  const url = resolve(text);
  if (url === null) throw new DOMException(`“${text}” is no address.`, 'SyntaxError');
  const noReferrer = asks(features, 'noreferrer');
  const hasOpener = !noReferrer && !asks(features, 'noopener');
  const target = targetNamed(String(name) || '_blank', hasOpener);
  if (target === undefined) {
    if (!isEmpty) follow(url, {download: null, noReferrer});
    return window;
  }
  // The host decides, and says so; what it will say of a new window is known here already.
  const isAllowed = isKnown(target) || (navigator.userActivation?.isActive ?? true);
  const wanted = want(target);
  if (isEmpty) say({kind: 'open', window: wanted, navigation: null});
  else openPage(url, wanted, noReferrer);
  return hasOpener && isAllowed ? standInFor(wanted.id) : null;
}

/** Whether a word is among the features of a window, and not switched off. */
function asks(features: unknown, word: string): boolean {
  return new RegExp(String.raw`(?:^|[\s,])${word}(?!\s*=\s*(?:0|no|false))(?:[\s,=]|$)`, 'i').test(
    String(features),
  );
}
