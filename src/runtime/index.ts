/** Interpreters: download, compile, start, ask, stop; and a playground's session with one. */
export {Pool} from './pool.js';
export {Session, type Launch, type SessionEvents} from './session.js';
export type {AssetUrls, OnProgress} from './assets.js';
