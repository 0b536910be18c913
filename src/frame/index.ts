export {markupParser} from './markup-parser.js';
export {databasesScript} from './databases-script.js';
export {navigationScript} from './navigation-script.js';
export type {FrameEvent} from './guest-frame.js';
export type {Crowd} from './network/guest-network.js';
export type {SiteNetwork} from './network/site-network.js';
export {NestedFrame} from './nested-frame.js';
export {
  type Output,
  OutputFrame,
  type OutputFrameOptions,
  type ShowOptions,
} from './output-frame.js';
export {saveFile} from './save-file.js';
