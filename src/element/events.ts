import type {PlaygroundError} from '../protocol/failure.js';
import type {FileChange, Output} from '../protocol/interpreter.js';
import type {Progress} from '../protocol/stage.js';
import type {PlaygroundState} from './state.js';

/** The playground went from one state to another. */
export class PlaygroundStateEvent extends Event {
  static readonly type = 'django-playground-state';
  readonly state: PlaygroundState;
  readonly previous: PlaygroundState;

  constructor(state: PlaygroundState, previous: PlaygroundState) {
    super(PlaygroundStateEvent.type, {bubbles: true, composed: true});
    this.state = state;
    this.previous = previous;
  }
}

/** A stage of the way to a running site was reached, or more bytes of it arrived. */
export class PlaygroundProgressEvent extends Event {
  static readonly type = 'django-playground-progress';
  readonly progress: Progress;

  constructor(progress: Progress) {
    super(PlaygroundProgressEvent.type, {bubbles: true, composed: true});
    this.progress = progress;
  }
}

/** A page of the site was shown. */
export class PlaygroundResponseEvent extends Event {
  static readonly type = 'django-playground-response';
  /** Path, query and fragment, e.g. `/polls/?page=2`. */
  readonly path: string;
  readonly status: number;
  /** Milliseconds Django took. */
  readonly duration: number;

  constructor(path: string, status: number, duration: number) {
    super(PlaygroundResponseEvent.type, {bubbles: true, composed: true});
    this.path = path;
    this.status = status;
    this.duration = duration;
  }
}

/** Python printed or logged something. */
export class PlaygroundOutputEvent extends Event {
  static readonly type = 'django-playground-output';
  readonly output: Output;

  constructor(output: Output) {
    super(PlaygroundOutputEvent.type, {bubbles: true, composed: true});
    this.output = output;
  }
}

/** Something was supplied to the project, or completed in it. */
export class PlaygroundNoteEvent extends Event {
  static readonly type = 'django-playground-note';
  /** One sentence. */
  readonly note: string;

  constructor(note: string) {
    super(PlaygroundNoteEvent.type, {bubbles: true, composed: true});
    this.note = note;
  }
}

/** Django wrote or removed files: its database, uploads, migrations. */
export class PlaygroundFilesEvent extends Event {
  static readonly type = 'django-playground-files';
  readonly changes: readonly FileChange[];

  constructor(changes: readonly FileChange[]) {
    super(PlaygroundFilesEvent.type, {bubbles: true, composed: true});
    this.changes = changes;
  }
}

/** What was done to files. One that is taken back to the author's is `added` again. */
export type ChangeKind = 'edited' | 'added' | 'renamed' | 'removed' | 'moved';

/** The reader changed the project's files. */
export class PlaygroundChangeEvent extends Event {
  static readonly type = 'django-playground-change';
  readonly kind: ChangeKind;
  /** Of a file that was renamed the old path and the new one. */
  readonly paths: readonly string[];

  constructor(kind: ChangeKind, paths: readonly string[]) {
    super(PlaygroundChangeEvent.type, {bubbles: true, composed: true});
    this.kind = kind;
    this.paths = paths;
  }
}

/** The playground fills the window from now on, or does so no more. */
export class PlaygroundLargeEvent extends Event {
  static readonly type = 'django-playground-large';
  readonly large: boolean;

  constructor(large: boolean) {
    super(PlaygroundLargeEvent.type, {bubbles: true, composed: true});
    this.large = large;
  }
}

/** Something failed that Django could not say with a page of its own. */
export class PlaygroundErrorEvent extends Event {
  static readonly type = 'django-playground-error';
  readonly error: PlaygroundError;

  constructor(error: PlaygroundError) {
    super(PlaygroundErrorEvent.type, {bubbles: true, composed: true});
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    [PlaygroundStateEvent.type]: PlaygroundStateEvent;
    [PlaygroundProgressEvent.type]: PlaygroundProgressEvent;
    [PlaygroundResponseEvent.type]: PlaygroundResponseEvent;
    [PlaygroundOutputEvent.type]: PlaygroundOutputEvent;
    [PlaygroundNoteEvent.type]: PlaygroundNoteEvent;
    [PlaygroundFilesEvent.type]: PlaygroundFilesEvent;
    [PlaygroundChangeEvent.type]: PlaygroundChangeEvent;
    [PlaygroundLargeEvent.type]: PlaygroundLargeEvent;
    [PlaygroundErrorEvent.type]: PlaygroundErrorEvent;
  }
}
