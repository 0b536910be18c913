export {formatAddress, isOnSite, parseAddress} from './address.js';
export {Browser, get, type BrowserOptions, type NavigateOptions} from './browser.js';
export {CookieJar} from './cookie-jar.js';
export type {Exchange, Send} from './exchange.js';
export type {BrowserIdentity, Destination} from './headers.js';
export {SessionHistory, type HistoryEntry, type HistoryState} from './session-history.js';
export type {PageVisit, Placement, Visit} from './visit.js';
export {Visitor} from './visitor.js';
