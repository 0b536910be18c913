import {nameEntry, type NavigationKind} from '../../../protocol/frame-navigation.js';
import type {DocumentEntry, HistoryPlace} from '../../../protocol/frame-state.js';
import type {Move, Moves} from '../moves.js';
import type {Entries, Entry} from './entries.js';
import {CurrentEntryChangeEvent, Destination} from './events.js';
import {Run, type RunOptions} from './run.js';
import type {Means} from './start.js';
import type {Tracker} from './tracker.js';
import type {Transition} from './transition.js';

const {setTimeout} = window;

type AskOptions = Omit<RunOptions, 'url'>;

/** Takes moves from the question to scripts to the last of their handlers, one at a time. */
export class Conductor implements Moves {
  readonly entries: Entries;
  /** Calls that have not gone through the history yet, by the keys that they lead to. */
  readonly traversals = new Map<string, Tracker>();
  /** The call that the next move comes of. */
  upcoming: Tracker | null = null;
  transition: Transition | null = null;
  readonly #target: EventTarget;
  readonly #means: Means;
  /** The move that scripts are being asked about, or are at work on. */
  #ongoing: Run | null = null;
  /** The move that the document's next entry comes of. */
  #entering: Run | null = null;
  /** Where the host has been asked to go. */
  #heading: {readonly entry: Entry; readonly run: Run} | null = null;

  /** @param target What events are dispatched to. */
  constructor(target: EventTarget, entries: Entries, means: Means) {
    this.#target = target;
    this.entries = entries;
    this.#means = means;
  }

  allow(move: Move): {readonly kept?: unknown} | null {
    const {kind, url, isWithin, state, cause} = move;
    const tracker = this.upcoming;
    this.upcoming = null;
    const {kept: before} = this.entries.current;
    const kept = tracker ? tracker.kept : kind === 'reload' ? before : undefined;
    const run = this.#ask({
      kind,
      kept,
      tracker,
      cause,
      destination: new Destination({url, sameDocument: isWithin, kept}),
      cancelable: true,
      canIntercept: this.#means.isOnSite(new URL(url)),
      isJump: isWithin && !('state' in move),
      scroll: () => {
        if (kind !== 'reload' || url.includes('#')) this.#means.scrollAnew(url);
      },
    });
    if (!run) return null;
    this.#entering = isWithin || run.stage ? run : null;
    if (run.stage) {
      this.#begin(run);
      if (kind === 'reload') this.#stay(run);
      else this.#means.enter({url, state: state ?? null}, kind === 'replace');
      this.#settle(run);
      return null;
    }
    if (isWithin) this.#settle(run);
    else if (kept !== before && kind === 'reload') this.#means.keep(kept);
    return kept === undefined ? {} : {kept};
  }

  /** A reload that does not ask for the document. */
  #stay(run: Run): void {
    const entry = this.entries.current;
    entry.kept = run.options.kept;
    this.#means.keep(entry.kept);
    this.#change('reload', entry, run, []);
  }

  enter(entry: DocumentEntry, replaces: boolean, send: (entry: DocumentEntry) => void): void {
    const run = this.#entering;
    this.#entering = null;
    const from = this.entries.current;
    const names = {key: replaces ? from.key : nameEntry(), id: nameEntry()};
    const kept = run?.options.kept;
    send({...entry, names, kept});
    const added = {...names, url: entry.url, kept};
    const gone = this.entries.add(added, replaces, this.#means.currentPlace().length);
    this.#change(replaces ? 'replace' : 'push', from, run, gone);
  }

  /** Tells of another current entry. */
  #change(
    kind: NavigationKind,
    {face: from}: Entry,
    run: Run | null,
    gone: readonly Entry[],
  ): void {
    run?.commit(this.entries.current);
    const change = {from, navigationType: kind};
    this.#target.dispatchEvent(new CurrentEntryChangeEvent('currententrychange', change));
    for (const {face} of gone) face.dispatchEvent(new Event('dispose'));
  }

  arrive(there: HistoryPlace, come: () => void, announce: (scrolls: boolean) => void): void {
    const from = this.entries.current;
    const entry = this.entries.find(there.names?.key);
    const heading = this.#heading;
    this.#heading = null;
    if (entry === from) {
      come();
      announce(true);
      return;
    }
    const isAsked = heading !== null && heading.entry === entry;
    const run = isAsked ? heading.run : this.#askOfHost(there, entry);
    const isGone = run === null || run.isAborted;
    if (!isGone && run.stage) this.#begin(run);
    come();
    let gone: readonly Entry[] = [];
    if (entry) this.entries.move(entry);
    else if (there.names) {
      gone = this.entries.add({...there.names, url: there.url, kept: null}, false, there.length);
    }
    this.#change(entry ? 'traverse' : 'push', from, isGone ? null : run, gone);
    announce(isGone || !run.stage);
    if (!isGone) this.#settle(run);
  }

  /** The reader has gone back, forward or to a fragment, and nothing can be said against it. */
  #askOfHost({url}: HistoryPlace, entry: Entry | undefined): Run | null {
    return this.#ask({
      ...(entry ? this.#optionsFor(entry) : this.#optionsTo(url)),
      cause: {isUsers: true},
      cancelable: false,
    });
  }

  #optionsTo(url: string): AskOptions {
    const destination = new Destination({url, sameDocument: true, kept: undefined});
    const scroll = (): void => this.#means.scrollAnew(url);
    const may = {cancelable: true, canIntercept: true, isJump: true};
    return {kind: 'push', kept: undefined, destination, scroll, ...may};
  }

  #optionsFor(entry: Entry): AskOptions {
    const {url, kept, face} = entry;
    const {sameDocument} = face;
    const destination = new Destination({url, kept, sameDocument, entry: face});
    const scroll = (): void => this.#means.scrollBack();
    return {
      kind: 'traverse',
      kept,
      destination,
      scroll,
      cancelable: true,
      canIntercept: sameDocument,
      isJump: sameDocument,
    };
  }

  /** `history.go()` and the like, from where the host has been asked to go already. */
  traverse(delta: number): void {
    setTimeout(() => this.#go(delta), 0);
  }

  #go(delta: number): void {
    const {entry} = this.#heading ?? {entry: this.entries.current};
    const target = this.entries.at(entry.face.index + delta);
    if (target) this.head(target.key, null);
  }

  head(key: string, tracker: Tracker | null): void {
    this.traversals.delete(key);
    const entry = this.entries.find(key);
    if (!entry) {
      tracker?.fail(abortion());
      return;
    }
    const run = this.#ask({...this.#optionsFor(entry), tracker});
    if (!run) return;
    const from = this.#heading?.entry ?? this.entries.current;
    if (entry.face.sameDocument) this.#heading = {entry, run};
    this.#means.traverse(entry.face.index - from.face.index);
  }

  /** Asks scripts; `null` where the move is not to be made. */
  #ask(options: AskOptions): Run | null {
    this.#abort();
    const run = new Run({...options, url: this.#means.currentPlace().url});
    this.#ongoing = run;
    const goesOn = run.ask(this.#target);
    if (goesOn && !run.isAborted) return run;
    if (!run.isAborted) this.#abort();
    return null;
  }

  #begin(run: Run): void {
    this.transition = run.begin(this.entries.current);
  }

  /** Waits for handlers, and tells how it went. */
  #settle(run: Run): void {
    run.handle().then(
      () => {
        if (run.isAborted) return;
        this.#ongoing = null;
        run.leave(false);
        this.#target.dispatchEvent(new Event('navigatesuccess'));
        run.finish();
        this.#end(run);
      },
      (error: unknown) => {
        if (run.isAborted) return;
        this.#ongoing = null;
        run.leave(true);
        this.#fail(run, error);
      },
    );
  }

  /** Another move begins, or scripts do not want this one. */
  #abort(): void {
    const run = this.#ongoing;
    if (!run) return;
    this.#ongoing = null;
    const error = abortion();
    run.abort(error);
    this.#fail(run, error);
  }

  #fail(run: Run, error: unknown): void {
    run.fail(error);
    const {url: filename} = this.#means.currentPlace();
    const message = `Uncaught ${String(error)}`;
    this.#target.dispatchEvent(new ErrorEvent('navigateerror', {error, message, filename}));
    this.#end(run);
  }

  #end(run: Run): void {
    if (this.transition === run.transition) this.transition = null;
  }
}

/** Why a move is not made. */
export function abortion(): DOMException {
  return new DOMException('The navigation was not made.', 'AbortError');
}
