export type {FrameEvent} from './guest-frame.js';
export {OutputFrame, type OutputFrameOptions, type ShowOptions} from './output-frame.js';
export {saveFile} from './save-file.js';
