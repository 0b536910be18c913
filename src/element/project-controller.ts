import type {ReactiveController} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import {readFiles} from '../project/index.js';
import {PlaygroundChangeEvent, PlaygroundFilesEvent, type ChangeKind} from './events.js';
import {loadPart} from './load-part.js';
import type {SiteAttributes} from './site-attributes.js';
import type {WrittenSources} from './written-sources.js';

type Files = readonly ProjectFile[];

type Host = SiteAttributes & {path: string};

/** The author's files and what the reader made of them. */
export class ProjectController implements ReactiveController {
  readonly #host: Host;
  readonly #onFailure: (error?: unknown) => void;
  readonly #observer: MutationObserver;
  /** There is one once Django may have written any. */
  #written: WrittenSources | undefined;
  #original: Files = [];
  #originals: ReadonlyMap<string, ProjectFile> = new Map();
  #files: Files = [];
  #changed: ReadonlySet<string> = new Set();
  #shown: Files | undefined;
  #reading: Promise<void> | undefined;
  #abort = new AbortController();

  /** @param onFailure told when the author's files cannot be read, and without it when they can. */
  constructor(host: Host, onFailure: (error?: unknown) => void) {
    this.#host = host;
    this.#onFailure = onFailure;
    this.#observer = new MutationObserver(() => {
      // What arrives late counts for as long as the reader has changed nothing.
      if (this.isPristine) this.#readAgain();
    });
    host.addController(this);
    host.addEventListener(PlaygroundFilesEvent.type, ({changes}) => {
      this.applyWritten(changes);
    });
  }

  /** As the author wrote them; none before they have been read. */
  get original(): Files {
    return this.#original;
  }

  /** As they are now. */
  get files(): Files {
    return this.#current;
  }

  /** Told to begin with whatever reads or changes the files: what was typed is told then. */
  settle: () => void = () => {};

  get #current(): Files {
    this.settle();
    return this.#files;
  }

  /** These, and the sources that Django wrote beside them, e.g. migrations. */
  get shown(): Files {
    const files = this.#current;
    return (this.#shown ??= [...files, ...(this.#written?.beside(files) ?? [])]);
  }

  /** Paths of the files that differ from the author's. */
  get changed(): ReadonlySet<string> {
    return this.#changed;
  }

  /** Whether the files are the author's own, in the author's order. */
  get isPristine(): boolean {
    const [files, others] = [this.#current, this.#original];
    if (files === others) return true;
    return (
      this.#changed.size === 0 &&
      files.length === others.length &&
      files.every(({path}, index) => path === others[index]?.path)
    );
  }

  /** Where a file lies that Django wrote. */
  storedPath(path: string): string {
    return this.shown.find(file => file.path === path)?.storedAs ?? path;
  }

  /** As the author wrote it. */
  originalOf(path: string): ProjectFile | undefined {
    return this.#originals.get(path);
  }

  /** Take these as the author's, e.g. from a script; the children no longer count. */
  replace(files: Files): void {
    this.#observer.disconnect();
    this.#abort.abort();
    this.#reading = Promise.resolve();
    this.#take(files);
  }

  edit(path: string, content: string): void {
    const index = this.#current.findIndex(file => file.path === path);
    const file = this.#current[index];
    if (file?.readonly || file?.content === content) return;
    const edited = {...file, path, content};
    this.#set(file ? this.#current.with(index, edited) : [...this.#current, edited]);
    // Only what changes is looked at: this happens while somebody types.
    if (this.#differs(edited) !== this.#changed.has(path)) {
      const others = [...this.#changed].filter(each => each !== path);
      this.#changed = new Set(this.#changed.has(path) ? others : [...others, path]);
    }
    this.#tell('edited', path);
  }

  /**
   * Add files; those that have their paths go.
   *
   * @param before Path of the file that they come before; otherwise they come where those were
   *   that they replace, or last.
   */
  add(files: Files, before?: string): void {
    const added = new Map(files.map(file => [file.path, file]));
    const kept = this.#current.map(file => added.get(file.path) ?? file);
    const others = [...added.values()].filter(file => !kept.includes(file));
    this.turnInto(insert(kept, others, before));
    this.#tell('added', ...added.keys());
  }

  rename(from: string, to: string): void {
    const file = this.shown.find(({path}) => path === from);
    if (!file) return;
    const {label: _, selected: __, storedAs: ___, ...kept} = file;
    const renamed = {...kept, path: to};
    const isOwn = this.#current.includes(file);
    this.#written?.forget(from);
    this.turnInto(
      isOwn
        ? this.#current.map(each => (each === file ? renamed : each))
        : [...this.#current, renamed],
    );
    this.#tell('renamed', from, to);
  }

  remove(path: string): void {
    this.#written?.forget(path);
    this.turnInto(this.#current.filter(file => file.path !== path));
    this.#tell('removed', path);
  }

  /** @param before Path of the file that it comes before; otherwise it comes last. */
  move(path: string, before: string | undefined): void {
    const file = this.#current.find(each => each.path === path);
    if (!file) return;
    const others = this.#current.filter(each => each !== file);
    this.#set(insert(others, [file], before));
    this.#tell('moved', path);
  }

  /** Take back what was done to one of the author's files; one that was deleted comes back. */
  resetFile(path: string): void {
    const original = this.#originals.get(path);
    if (original) this.add([original]);
  }

  /** Make other files of the author's, all at once: what a link brought, or what there was before. */
  turnInto(files: Files): void {
    this.#changed = new Set(files.filter(file => this.#differs(file)).map(({path}) => path));
    this.#set(files);
  }

  /** Take what comes with whatever lets Django write files, or brings those of an earlier visit. */
  equip(Sources: typeof WrittenSources): void {
    this.#written ??= new Sources();
  }

  /** Take over the sources that Django wrote, now or on an earlier visit. */
  applyWritten(files: Parameters<WrittenSources['apply']>[0]): void {
    this.#written?.apply(files, this.#current);
    this.#set(this.#current);
  }

  /** Take back everything. */
  reset(): void {
    this.#written?.clear();
    this.#changed = new Set();
    this.#set(this.#original);
  }

  /**
   * Wait until the author's files are here. One that could not be loaded is tried again.
   *
   * @throws PlaygroundError with any of the codes for an author's markup.
   */
  load(): Promise<void> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  hostConnected(): void {
    if (this.#original.length) return;
    this.#observer.observe(this.#host, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['extends', 'src'],
    });
    this.#readAgain();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #readAgain(): void {
    this.#abort.abort();
    this.#reading = undefined;
    this.load().catch(this.#onFailure);
  }

  async #read(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      await childrenParsed();
      const files = await this.#readFiles(abort.signal);
      if (!abort.signal.aborted) this.#takeRead(files);
    } catch (error) {
      if (!abort.signal.aborted) {
        this.#reading = undefined;
        throw error;
      }
    }
    // Who waits for what was overtaken waits for what came instead.
    if (abort.signal.aborted) await this.#reading;
  }

  /** How a step of a chain is read is loaded with the first one. */
  async #readFiles(signal: AbortSignal): Promise<Files> {
    if (!this.#host.hasAttribute('extends')) return readFiles(this.#host, {signal});
    const {readStep} = await loadPart(import('./chain.js'));
    return readStep(this.#host, signal);
  }

  /** Nothing happens where only the markup has changed, e.g. by a highlighter. */
  #takeRead(files: Files): void {
    this.#onFailure(undefined);
    if (JSON.stringify(files) !== JSON.stringify(this.#original)) this.#take(files);
  }

  #take(files: Files): void {
    this.settle();
    this.#original = files;
    this.#originals = new Map(files.map(file => [file.path, file]));
    this.#changed = new Set();
    this.#set(files);
  }

  #set(files: Files): void {
    this.#files = files;
    this.#shown = undefined;
    this.#host.requestUpdate();
  }

  #differs({path, content}: ProjectFile): boolean {
    return this.#originals.get(path)?.content !== content;
  }

  #tell(kind: ChangeKind, ...paths: string[]): void {
    this.#host.dispatchEvent(new PlaygroundChangeEvent(kind, paths));
  }
}

/** @param before Path of the file that others are put before; otherwise they come last. */
function insert(files: Files, others: Files, before: string | undefined): Files {
  const at = files.findIndex(({path}) => path === before);
  return files.toSpliced(at < 0 ? files.length : at, 0, ...others);
}

/** An element is connected before the parser has come to its children. */
async function childrenParsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise(resolve => {
    document.addEventListener('DOMContentLoaded', resolve, {once: true});
  });
}
