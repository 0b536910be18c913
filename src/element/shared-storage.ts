import {openStorage, type PlaygroundStorage} from '../storage/index.js';
import {configured} from './configuration.js';

let storage: PlaygroundStorage | undefined;

/** What is kept in the reader's browser, for all playgrounds of this page. */
export function sharedStorage(): PlaygroundStorage {
  const {storage: budget} = configured();
  storage ??= openStorage(budget === undefined ? {} : {budget});
  return storage;
}
