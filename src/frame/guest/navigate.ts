import {FILE_SCHEME, type Navigation} from '../../protocol/frame.js';
import {say} from './host.js';
import {showInFrame} from './late/index.js';
import {type Cause, moves} from './moves.js';
import {Uint8Array, setTimeout} from './natives.js';
import {currentUrl, isOnSite, isWithinDocument, jump} from './place.js';
import {referrer} from './referrer.js';
import {runScriptUrl} from './script-url.js';
import {type Target, know, want} from './windows/known.js';
import type {WantedWindow} from '../../protocol/frame-window.js';

/** What a link says beside its address. */
export interface FollowOptions {
  /** The link's `download`, `null` where it has none. */
  readonly download: string | null;
  /** Keep the document's address to oneself. */
  readonly noReferrer: boolean;
  /** The other window that it leads to. */
  readonly target?: Target | undefined;
  readonly cause?: Cause | undefined;
}

/** What there is to a navigation beside the request. */
export interface Plan {
  /** The other window that it is for. */
  readonly target?: Target | undefined;
  readonly cause?: Cause | undefined;
  /** What a form posts, once it has been read. */
  readonly fill?: () => Promise<Partial<Navigation>>;
}

/** Schemes that a new tab, or the program that the reader has for them, can open. */
const EXTERNAL: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** How many navigations have been planned; only the last one is asked for. */
let planned = 0;

/**
 * Goes where a link leads.
 *
 * @returns Whether that was the guest's affair. If not, the browser does what it does.
 */
export function follow(url: URL, options: FollowOptions): boolean {
  const {download, noReferrer, target, cause} = options;
  if (isLocalData(url) && download !== null) return false;
  if (url.protocol === 'javascript:') runScriptUrl(url);
  else if (!isOnSite(url) && target) openElsewhere(url);
  else if (!isOnSite(url)) leave(url, cause);
  else if (target && download === null) openPage(url, want(target), noReferrer);
  else if (isWithinDocument(url) && download === null) jump(url.href, false, cause);
  else {
    plan(
      {
        ...request(url.href),
        ...(noReferrer && {referrer: null}),
        ...(download !== null && {download}),
      },
      {cause},
    );
  }
  return true;
}

/** Shows a page of the site in another window, or opens an address that is elsewhere. */
export function openPage(url: URL, window: WantedWindow, noReferrer = false): void {
  if (!isOnSite(url)) return openElsewhere(url);
  const navigation = {...request(url.href), ...(noReferrer && {referrer: null})};
  if (showInFrame(window.name, navigation)) return;
  know(window.id).url = url.href;
  say({kind: 'open', window, navigation});
}

/** Goes to another site, unless a script has something against it. */
export function leave(url: URL, cause?: Cause): void {
  if (moves.allow({kind: 'push', url: url.href, isWithin: false, cause})) openElsewhere(url);
}

/** Opens another site, or a file of the project. */
function openElsewhere(url: URL): void {
  if (EXTERNAL.has(url.protocol)) return say({kind: 'external', url: url.href});
  if (url.protocol === FILE_SCHEME) return say({kind: 'reveal', url: url.href});
  say({
    kind: 'refused',
    message: `Addresses that begin with ${url.protocol} cannot be opened here.`,
  });
}

/** The request for an address. */
export function request(url: string): Navigation {
  return {method: 'GET', url, headers: [], body: new Uint8Array(), referrer: referrer()};
}

/**
 * Asks the host for a navigation once the handlers that are running have returned. As in a
 * browser, a later one takes the place of one that has not begun.
 */
export function plan(asked: Navigation, planning: Plan = {}): void {
  const {target, cause} = planning;
  const {url, method, replace} = asked;
  const isAgain = method === 'GET' && url === currentUrl();
  const kind = replace || isAgain ? 'replace' : 'push';
  const more = target ? {} : moves.allow({kind, url, isWithin: false, cause});
  if (!more) return;
  const turn = target ? planned : ++planned;
  setTimeout(() => void ask({...asked, ...more}, turn, planning), 0);
}

async function ask(asked: Navigation, turn: number, {target, fill}: Plan): Promise<void> {
  try {
    const navigation = {...asked, ...(await fill?.())};
    const transfer = [navigation.body.buffer];
    if (target && showInFrame(target.name, navigation)) return;
    if (target) say({kind: 'open', window: want(target), navigation}, transfer);
    else if (turn === planned) say({kind: 'navigate', navigation}, transfer);
  } catch {
    const message =
      'The form was not sent: one of its files can no longer be read. Choose it again.';
    say({kind: 'refused', message});
  }
}

function isLocalData({protocol}: URL): boolean {
  return protocol === 'blob:' || protocol === 'data:';
}
