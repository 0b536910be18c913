/**
 * Importing this module defines `<django-playground>`.
 *
 * @module
 */
import {defineElements} from './element/index.js';

defineElements();

export {
  DjangoPlayground,
  ENGLISH,
  PlaygroundChangeEvent,
  PlaygroundCommandEvent,
  PlaygroundConsoleEvent,
  PlaygroundErrorEvent,
  PlaygroundFilesEvent,
  PlaygroundLargeEvent,
  PlaygroundNoteEvent,
  PlaygroundOutputEvent,
  PlaygroundProgressEvent,
  PlaygroundRequestEvent,
  PlaygroundResponseEvent,
  PlaygroundStateEvent,
  configure,
  type Configuration,
  type PlaygroundMailEvent,
  type PlaygroundState,
  type Strings,
  type Trigger,
} from './element/index.js';
export type {CodeSettings, Mark} from './protocol/code.js';
export type {ConsoleEntry, RequestLine} from './protocol/console.js';
export {PlaygroundError, type FailureCode} from './protocol/failure.js';
export type {CommandResult, FileChange, LoadError, Output} from './protocol/interpreter.js';
export type {Mail, MailAttachment} from './protocol/mail.js';
export type {ProjectFile} from './protocol/project.js';
export type {Progress, Stage} from './protocol/stage.js';
