import type {Mark, Raised} from '../protocol/code.js';
import type {Finding} from '../protocol/interpreter.js';
import {PlaygroundRequestEvent} from './console-events.js';
import {PlaygroundStateEvent} from './events.js';

/** What is to be said about places in the files, until the site is started again. */
export class MarksController {
  readonly #onChange: (marks: readonly Mark[]) => void;
  /** Of the exception that kept the project from loading. */
  #loaded: readonly Mark[] = [];
  /** Of the newest request that ended with an exception. */
  #raised: readonly Mark[] = [];
  #found: readonly Mark[] = [];
  #marks: readonly Mark[] = [];

  /**
   * @param loadError Gives what kept the project from loading, where something did.
   * @param onChange Called with the marks whenever they are others.
   */
  constructor(
    host: HTMLElement,
    loadError: () => Raised | undefined,
    onChange: (marks: readonly Mark[]) => void,
  ) {
    this.#onChange = onChange;
    host.addEventListener(PlaygroundStateEvent.type, ({state, previous}) => {
      if (state === 'starting') this.#clear();
      if (previous !== 'starting') return;
      this.#loaded = loadError()?.marks ?? [];
      this.#collect();
    });
    host.addEventListener(PlaygroundRequestEvent.type, ({request: {raised}}) => {
      if (!raised) return;
      this.#raised = raised.marks;
      this.#collect();
    });
  }

  /** The same array for as long as nothing changes. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Take what checks have found in place of what they found before. */
  find(findings: readonly Finding[]): void {
    this.#found = findings.flatMap(({path, line, severity, message, source}) =>
      path === undefined || line === undefined ? [] : [{path, line, severity, message, source}],
    );
    this.#collect();
  }

  #clear(): void {
    this.#loaded = [];
    this.#raised = [];
    this.#found = [];
    this.#collect();
  }

  #collect(): void {
    this.#marks = [...this.#loaded, ...this.#raised, ...this.#found];
    this.#onChange(this.#marks);
  }
}
