import type {ConsoleEntry, RequestLine} from '../protocol/console.js';
import type {CommandResult} from '../protocol/interpreter.js';

/** Django answered a request: a page, a static file, or what a script asked for. */
export class PlaygroundRequestEvent extends Event {
  static readonly type = 'django-playground-request';
  readonly request: RequestLine;

  constructor(request: RequestLine) {
    super(PlaygroundRequestEvent.type, {bubbles: true, composed: true});
    this.request = request;
  }
}

/** The console got a line, or a piece of one, whether it is open or not. */
export class PlaygroundConsoleEvent extends Event {
  static readonly type = 'django-playground-console';
  readonly entry: ConsoleEntry;

  constructor(entry: ConsoleEntry) {
    super(PlaygroundConsoleEvent.type, {bubbles: true, composed: true});
    this.entry = entry;
  }
}

/** A management command has ended, whoever ran it. */
export class PlaygroundCommandEvent extends Event {
  static readonly type = 'django-playground-command';
  /** As after `manage.py`. */
  readonly args: readonly string[];
  readonly result: CommandResult;

  constructor(args: readonly string[], result: CommandResult) {
    super(PlaygroundCommandEvent.type, {bubbles: true, composed: true});
    this.args = args;
    this.result = result;
  }
}

declare global {
  interface HTMLElementEventMap {
    [PlaygroundRequestEvent.type]: PlaygroundRequestEvent;
    [PlaygroundConsoleEvent.type]: PlaygroundConsoleEvent;
    [PlaygroundCommandEvent.type]: PlaygroundCommandEvent;
  }
}
