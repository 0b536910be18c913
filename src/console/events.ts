/** The reader wants to see a place in the project's files. */
export class RevealEvent extends Event {
  static readonly type = 'django-playground-reveal';
  /** As the reader knows it. */
  readonly path: string;
  /** From 1. */
  readonly line: number;

  constructor(path: string, line: number) {
    super(RevealEvent.type);
    this.path = path;
    this.line = line;
  }
}

/** The reader wants to see a page of the site. */
export class GoEvent extends Event {
  static readonly type = 'django-playground-go';
  /** Path and query. */
  readonly path: string;

  constructor(path: string) {
    super(GoEvent.type);
    this.path = path;
  }
}

/** The reader wants the log emptied. */
export class ClearEvent extends Event {
  static readonly type = 'django-playground-clear';

  constructor() {
    super(ClearEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [RevealEvent.type]: RevealEvent;
    [ClearEvent.type]: ClearEvent;
    [GoEvent.type]: GoEvent;
  }
}
