import type {NavigationKind} from '../../../protocol/frame-navigation.js';
import type {HistoryEntry} from './entries.js';

const {structuredClone} = window;

/** Where a move leads. */
export interface DestinationFields {
  readonly url: string;
  readonly sameDocument: boolean;
  readonly kept: unknown;
  /** The entry that is gone back or forward to. */
  readonly entry?: HistoryEntry | undefined;
}

/** `NavigationDestination`. */
export class Destination {
  readonly #fields: DestinationFields;

  constructor(fields: DestinationFields) {
    this.#fields = fields;
  }

  get url(): string {
    return this.#fields.url;
  }

  get key(): string {
    return this.#fields.entry?.key ?? '';
  }

  get id(): string {
    return this.#fields.entry?.id ?? '';
  }

  get index(): number {
    return this.#fields.entry?.index ?? -1;
  }

  get sameDocument(): boolean {
    return this.#fields.sameDocument;
  }

  getState(): unknown {
    return structuredClone(this.#fields.kept);
  }
}

export interface NavigateEventFields extends EventInit {
  readonly destination: Destination;
  readonly signal: AbortSignal;
  readonly navigationType?: NavigationKind;
  readonly canIntercept?: boolean;
  readonly userInitiated?: boolean;
  readonly hashChange?: boolean;
  readonly formData?: FormData | null;
  readonly downloadRequest?: string | null;
  readonly info?: unknown;
  readonly hasUAVisualTransition?: boolean;
  readonly sourceElement?: Element | null;
}

export interface InterceptOptions {
  readonly handler?: (() => unknown) | null;
  readonly focusReset?: 'after-transition' | 'manual';
  readonly scroll?: 'after-transition' | 'manual';
}

/** The move that scripts are being asked about, or have taken over. */
export interface Intercepted {
  /** Whether they are being asked. */
  readonly isAsking: boolean;
  stage: 'intercepted' | 'committed' | 'scrolled' | 'finished' | undefined;
  readonly handlers: (() => unknown)[];
  focusReset: 'after-transition' | 'manual';
  scrolling: 'after-transition' | 'manual';
  scroll(): void;
}

/** What scripts are asked before a move is made. */
export class NavigateEvent extends Event {
  readonly navigationType: NavigationKind;
  readonly destination: Destination;
  readonly canIntercept: boolean;
  readonly userInitiated: boolean;
  readonly hashChange: boolean;
  readonly signal: AbortSignal;
  readonly formData: FormData | null;
  readonly downloadRequest: string | null;
  readonly info: unknown;
  readonly hasUAVisualTransition: boolean;
  readonly sourceElement: Element | null;
  readonly #run: Intercepted | undefined;

  /** @param run The move; scripts that make such an event have none. */
  constructor(type: string, fields: NavigateEventFields, run?: Intercepted) {
    super(type, fields);
    if (!fields.destination || !fields.signal) {
      throw new TypeError('A NavigateEvent needs a destination and a signal.');
    }
    this.navigationType = fields.navigationType ?? 'push';
    this.destination = fields.destination;
    this.canIntercept = fields.canIntercept ?? false;
    this.userInitiated = fields.userInitiated ?? false;
    this.hashChange = fields.hashChange ?? false;
    this.signal = fields.signal;
    this.formData = fields.formData ?? null;
    this.downloadRequest = fields.downloadRequest ?? null;
    this.info = fields.info;
    this.hasUAVisualTransition = fields.hasUAVisualTransition ?? false;
    this.sourceElement = fields.sourceElement ?? null;
    this.#run = run;
  }

  /**
   * Has the move stay in this document, with handlers that do what is left to do.
   *
   * @throws DOMException `SecurityError` where it cannot, `InvalidStateError` where it is too late.
   */
  intercept({handler, focusReset, scroll}: InterceptOptions = {}): void {
    const run = this.#ofBrowser();
    if (!this.canIntercept) throw new DOMException('It leads elsewhere.', 'SecurityError');
    if (!run.isAsking || this.defaultPrevented) {
      throw new DOMException('It has been decided upon.', 'InvalidStateError');
    }
    run.stage ??= 'intercepted';
    if (handler) run.handlers.push(handler);
    else if (handler !== undefined) throw new TypeError('The handler is no function.');
    run.focusReset = focusReset ?? run.focusReset;
    run.scrolling = scroll ?? run.scrolling;
  }

  /** Scrolls now instead of when all handlers are done. */
  scroll(): void {
    const run = this.#ofBrowser();
    if (run.stage !== 'committed') {
      throw new DOMException('It is not the time to scroll.', 'InvalidStateError');
    }
    run.scroll();
  }

  #ofBrowser(): Intercepted {
    if (this.#run) return this.#run;
    throw new DOMException('It is an event of a script.', 'SecurityError');
  }
}

/** `NavigationCurrentEntryChangeEvent`. */
export class CurrentEntryChangeEvent extends Event {
  readonly navigationType: NavigationKind | null;
  readonly from: HistoryEntry;

  constructor(
    type: string,
    {
      from,
      navigationType = null,
    }: {readonly from: HistoryEntry; readonly navigationType?: NavigationKind | null},
  ) {
    super(type);
    if (!from) throw new TypeError('It needs the entry that it comes from.');
    this.from = from;
    this.navigationType = navigationType;
  }
}
