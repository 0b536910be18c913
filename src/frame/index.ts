export {
  OutputFrame,
  type FrameEvent,
  type OutputFrameOptions,
  type ShowOptions,
} from './output-frame.js';
export {saveFile} from './save-file.js';
