import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import {readFiles} from '../project/index.js';

/** The author's files and the reader's edits of them. */
export class ProjectController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onFailure: (error: unknown) => void;
  readonly #observer: MutationObserver;
  #original: readonly ProjectFile[] = [];
  #current: readonly ProjectFile[] = [];
  #reading: Promise<void> | undefined;
  #abort = new AbortController();

  /** @param onFailure told when the author's files cannot be read. */
  constructor(host: ReactiveControllerHost & HTMLElement, onFailure: (error: unknown) => void) {
    this.#host = host;
    this.#onFailure = onFailure;
    this.#observer = new MutationObserver(() => {
      // Children that arrive late count for as long as the reader has changed nothing.
      if (this.changed.size === 0) this.#readAgain();
    });
    host.addController(this);
  }

  /** As the author wrote them; none before they have been read. */
  get original(): readonly ProjectFile[] {
    return this.#original;
  }

  /** As they are now. */
  get files(): readonly ProjectFile[] {
    return this.#current;
  }

  /** Paths of the files that differ from the author's. */
  get changed(): ReadonlySet<string> {
    const originals = new Map(this.#original.map(file => [file.path, file.content]));
    const changed = this.#current.filter(file => originals.get(file.path) !== file.content);
    return new Set(changed.map(({path}) => path));
  }

  /** Texts that differ from the author's, by path. */
  get edits(): Readonly<Record<string, string>> {
    const changed = this.changed;
    return Object.fromEntries(
      this.#current.flatMap(({path, content}) =>
        changed.has(path) && typeof content === 'string' ? [[path, content]] : [],
      ),
    );
  }

  /** Whether the files are the author's own. */
  get isPristine(): boolean {
    return this.#current === this.#original || this.changed.size === 0;
  }

  /** Take these as the author's, e.g. from a script; the children no longer count. */
  replace(files: readonly ProjectFile[]): void {
    this.#observer.disconnect();
    this.#abort.abort();
    this.#reading = Promise.resolve();
    this.#take(files);
  }

  edit(path: string, content: string): void {
    this.#current = this.#current.map(file => (file.path === path ? {...file, content} : file));
    this.#host.requestUpdate();
  }

  /**
   * Take over edits of an earlier visit, but for files that were edited since. A file that the
   * author has no more comes back.
   */
  apply(edits: Readonly<Record<string, string>>): void {
    const left = new Map(Object.entries(edits));
    for (const path of this.changed) left.delete(path);
    const files = this.#current.map(file => {
      const content = left.get(file.path);
      left.delete(file.path);
      return content === undefined ? file : {...file, content};
    });
    this.#current = [...files, ...[...left].map(([path, content]) => ({path, content}))];
    this.#host.requestUpdate();
  }

  /** Take back every edit. */
  reset(): void {
    this.#current = this.#original;
    this.#host.requestUpdate();
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
    this.#observer.observe(this.#host, {childList: true});
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
      const files = await readFiles(this.#host, {signal: abort.signal});
      if (!abort.signal.aborted) this.#take(files);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#reading = undefined;
      throw error;
    }
  }

  #take(files: readonly ProjectFile[]): void {
    this.#original = files;
    this.#current = files;
    this.#host.requestUpdate();
  }
}

/** An element is connected before the parser has come to its children. */
async function childrenParsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise(resolve => {
    document.addEventListener('DOMContentLoaded', resolve, {once: true});
  });
}
