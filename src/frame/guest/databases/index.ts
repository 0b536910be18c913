/**
 * What stands in for IndexedDB and Cache in a document without an origin, which has neither. It is
 * run before the documents whose scripts name one of them, and no others.
 */
import 'fake-indexeddb/auto';
import {START_DATABASES} from '../../../protocol/frame-state.js';
import {keepDatabases} from './keep-databases.js';
import {MemoryCaches} from './memory-caches.js';

Object.defineProperty(window, 'caches', {configurable: true, value: new MemoryCaches()});

/** Called by the guest once, which takes it away. */
Object.defineProperty(window, START_DATABASES, {
  configurable: true,
  value: keepDatabases,
});
