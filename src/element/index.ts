/** `<django-playground>` and the events it dispatches. */
export {configure, type Configuration} from './configuration.js';
export {
  PlaygroundCommandEvent,
  PlaygroundConsoleEvent,
  PlaygroundRequestEvent,
} from './console-events.js';
export {defineElements} from './define.js';
export {DjangoPlayground} from './django-playground.js';
export {
  PlaygroundChangeEvent,
  PlaygroundErrorEvent,
  PlaygroundFilesEvent,
  PlaygroundLargeEvent,
  PlaygroundNoteEvent,
  PlaygroundOutputEvent,
  PlaygroundProgressEvent,
  PlaygroundResponseEvent,
  PlaygroundStateEvent,
} from './events.js';
export type {PlaygroundMailEvent} from './mail-event.js';
export type {PlaygroundState} from './state.js';
export {ENGLISH, type Strings} from './strings.js';
export type {Trigger} from './trigger-controller.js';
