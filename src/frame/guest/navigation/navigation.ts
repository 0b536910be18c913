import type {NavigationKind, Trail} from '../../../protocol/frame-navigation.js';
import type {Moves} from '../moves.js';
import {Entries, type Entry, HistoryEntry} from './entries.js';
import {abortion, Conductor} from './conductor.js';
import {CurrentEntryChangeEvent} from './events.js';
import type {Means} from './start.js';
import {failed, type Result, Tracker} from './tracker.js';
import type {Transition} from './transition.js';

const {setTimeout, structuredClone} = window;

export interface NavigateOptions {
  readonly history?: 'auto' | 'push' | 'replace';
  readonly state?: unknown;
  readonly info?: unknown;
}

/** `NavigationActivation`: how the document came to be shown. */
export class Activation {
  readonly entry: HistoryEntry;
  readonly from: HistoryEntry | null;
  readonly navigationType: NavigationKind;

  constructor(entry: HistoryEntry, from: HistoryEntry | null, kind: NavigationKind) {
    this.entry = entry;
    this.from = from;
    this.navigationType = kind;
  }
}

/** `Navigation`, over the history that the guest has of its host. */
export class Navigation extends EventTarget {
  readonly activation: Activation;
  readonly #means: Means;
  readonly #conductor: Conductor;

  constructor({entries, arrival}: Trail, means: Means) {
    super();
    this.#means = means;
    const known = new Entries(entries, means.currentPlace().index);
    this.#conductor = new Conductor(this, known, means);
    const {from} = arrival;
    const before = from && (known.at(known.indexOf(from))?.face ?? new HistoryEntry(from, known));
    this.activation = new Activation(this.#current.face, before, arrival.kind);
  }

  get currentEntry(): HistoryEntry {
    return this.#current.face;
  }

  get transition(): Transition | null {
    return this.#conductor.transition;
  }

  get canGoBack(): boolean {
    return this.#current.face.index > 0;
  }

  get canGoForward(): boolean {
    return this.#entries.at(this.#current.face.index + 1) !== undefined;
  }

  entries(): HistoryEntry[] {
    return this.#entries.all.map(({face}) => face);
  }

  navigate(address: unknown, options: NavigateOptions = {}): Result {
    const url = this.#means.resolve(String(address));
    if (!url) return refuse('SyntaxError', `“${String(address)}” is no address.`);
    if (url.protocol === 'javascript:') {
      return refuse('NotSupportedError', 'It leads to no entry of the history.');
    }
    const {history = 'auto'} = options;
    const replaces = history === 'auto' ? undefined : history === 'replace';
    return this.#call(options, () => this.#means.go(url, replaces));
  }

  reload({state = this.#current.kept, info}: NavigateOptions = {}): Result {
    return this.#call({state, info}, () => this.#means.reload());
  }

  back(options?: NavigateOptions): Result {
    return this.#traverseBy(-1, options);
  }

  forward(options?: NavigateOptions): Result {
    return this.#traverseBy(1, options);
  }

  traverseTo(key: unknown, {info}: NavigateOptions = {}): Result {
    const wanted = String(key);
    const entry = this.#entries.find(wanted);
    if (!entry) return refuse('InvalidStateError', 'There is no such entry.');
    const known = this.#conductor.traversals.get(wanted);
    if (known) return known.result;
    const tracker = new Tracker(info, undefined);
    if (entry === this.#current) {
      tracker.commit(entry);
      tracker.finish();
      return tracker.result;
    }
    this.#conductor.traversals.set(wanted, tracker);
    setTimeout(() => this.#conductor.head(wanted, tracker), 0);
    return tracker.result;
  }

  updateCurrentEntry({state}: NavigateOptions): void {
    if (state === undefined) throw new TypeError('There is no state to keep.');
    const entry = this.#current;
    entry.kept = structuredClone(state);
    this.#means.keep(entry.kept);
    this.dispatchEvent(new CurrentEntryChangeEvent('currententrychange', {from: entry.face}));
  }

  /** What the guest asks of moves, and tells of them. */
  get moves(): Moves {
    return this.#conductor;
  }

  get #entries(): Entries {
    return this.#conductor.entries;
  }

  get #current(): Entry {
    return this.#entries.current;
  }

  #call({state, info}: NavigateOptions, move: () => void): Result {
    try {
      const tracker = new Tracker(info, structuredClone(state));
      this.#conductor.upcoming = tracker;
      move();
      if (this.#conductor.upcoming === tracker) tracker.fail(abortion());
      this.#conductor.upcoming = null;
      return tracker.result;
    } catch (error) {
      return failed(error);
    }
  }

  #traverseBy(delta: number, options?: NavigateOptions): Result {
    const entry = this.#entries.at(this.#current.face.index + delta);
    if (entry) return this.traverseTo(entry.key, options);
    return refuse('InvalidStateError', 'The history does not reach so far.');
  }
}

function refuse(name: string, message: string): Result {
  return failed(new DOMException(message, name));
}
