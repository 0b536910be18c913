import type {DocumentState, StateNotice} from '../../../protocol/frame-state.js';
import {arrive} from '../place.js';
import {installCookies, updateCookies} from './cookies.js';
import {startDatabases} from './databases.js';
import {installDocument} from './document.js';
import {installHistory} from './history.js';
import {watchLateScripts} from './late-scripts.js';
import {installLocation} from './location.js';
import {installNavigation} from './navigation.js';
import {installStorages, updateStorage} from './storages.js';

export {listenForHandlers} from './late-scripts.js';

/** Gives the site's scripts what a document of the site has of its visitor, before the first runs. */
export function installState(known: DocumentState | undefined): void {
  installLocation();
  watchLateScripts();
  installHistory();
  installDocument(known?.referrer ?? '');
  installCookies(known?.cookies ?? []);
  installStorages(known?.local ?? [], known?.session ?? []);
  if (known?.databases) startDatabases(known.databases);
  installNavigation(known?.navigation);
  // It is there in some browsers and does nothing in a document without an origin.
  Reflect.deleteProperty(window, 'cookieStore');
  // Even to ask for them is an error there.
  if (!known?.databases) Reflect.deleteProperty(window, 'caches');
}

/** Takes over what has happened outside of the document. */
export function onStateNotice(notice: StateNotice): void {
  switch (notice.kind) {
    case 'entered':
      arrive(notice.place);
      break;
    case 'cookies':
      updateCookies(notice.cookies, notice.turn);
      break;
    case 'stored':
      updateStorage(notice.change, notice.url);
  }
}
