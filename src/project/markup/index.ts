/** All that reading a tag's markup takes, beyond plain scripts. */
export type {Fetch} from './content.js';
export type {MarkupOptions} from './options.js';
export {inspect, readFiles, readPatch} from './read-patch.js';
