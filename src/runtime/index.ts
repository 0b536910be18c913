/** Interpreters: download, compile, start, ask, stop; and a playground's session with one. */
export {whenIdle} from './idle.js';
export {savesData} from './limits.js';
export {chooseSeries} from './manifest.js';
export {Pool, type PoolOptions} from './pool.js';
export {Session} from './session.js';
export type {Launch, SessionEvents} from './seat.js';
export type {AssetUrls, OnProgress} from './assets.js';
