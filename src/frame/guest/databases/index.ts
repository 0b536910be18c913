/**
 * What stands in for IndexedDB and Cache in a document without an origin, which has neither. It is
 * run before the documents whose scripts name one of them, and no others.
 */
import 'fake-indexeddb/auto';
import {START_DATABASES, type StartDatabases} from '../../../protocol/frame-state.js';
import {keepDatabases} from './keep-databases.js';
import {SiteCaches} from './site-caches.js';

const start: StartDatabases = ({known, caches}, tell) => {
  keepDatabases(known, dump => tell({kind: 'database', dump}));
  const value = new SiteCaches(caches, changes => tell({kind: 'caches', changes}));
  Object.defineProperty(window, 'caches', {configurable: true, value});
};

/** Called by the guest once, which takes it away. */
Object.defineProperty(window, START_DATABASES, {configurable: true, value: start});
