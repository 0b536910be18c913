/** What stays in the reader's browser from one visit to the next. */
export {openStorage, type PlaygroundStorage, type StorageOptions} from './open-storage.js';
