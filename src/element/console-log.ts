import type {ReactiveControllerHost} from 'lit';
import type {Output} from '../protocol/interpreter.js';
import {PlaygroundNoteEvent, PlaygroundOutputEvent} from './events.js';

/** A line of the console, or a part of one. */
export interface ConsoleEntry {
  readonly kind: Output['stream'] | 'note';
  readonly text: string;
}

/** Characters kept; what came first goes first. A loop that prints must not fill the memory. */
const CAPACITY = 200_000;

/** What Python printed and logged, and what the playground has to say about the project. */
export class ConsoleLog {
  readonly #host: ReactiveControllerHost;
  #entries: readonly ConsoleEntry[] = [];
  #length = 0;

  /** @param host Whose events it logs. */
  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addEventListener(PlaygroundOutputEvent.type, ({output}) =>
      this.#add(output.stream, output.text),
    );
    host.addEventListener(PlaygroundNoteEvent.type, ({note}) => this.#add('note', `${note}\n`));
  }

  get entries(): readonly ConsoleEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
    this.#length = 0;
  }

  #add(kind: ConsoleEntry['kind'], text: string): void {
    const last = this.#entries.at(-1);
    const entry = {kind, text: last?.kind === kind ? last.text + text : text};
    this.#entries = [...(last?.kind === kind ? this.#entries.slice(0, -1) : this.#entries), entry];
    this.#length += text.length;
    this.#trim();
    this.#host.requestUpdate();
  }

  #trim(): void {
    while (this.#length > CAPACITY) {
      const [first, ...rest] = this.#entries;
      if (!first) return;
      const excess = this.#length - CAPACITY;
      const kept = first.text.slice(excess);
      this.#length -= first.text.length - kept.length;
      this.#entries = kept ? [{...first, text: kept}, ...rest] : rest;
    }
  }
}
