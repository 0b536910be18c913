import {PlaygroundError} from '../protocol/failure.js';
import type {Baseline, MemorySnapshot, ProjectSnapshot} from '../protocol/snapshot.js';
import type {FileStore, SnapshotStore} from '../protocol/storage.js';
import {AssetStore, type AssetUrls, type OnProgress, type RuntimeChoice} from './assets.js';
import {Baselines, baselineKey} from './baselines.js';
import {freeBytes} from './free-bytes.js';
import {chooseSeries} from './manifest.js';
import {cameFromCache} from './from-cache.js';
import type {Interpreter} from './interpreter.js';
import {startWorkerAhead} from './opaque-worker.js';
import {toShared} from './shared-bytes.js';
import {startInterpreter} from './starter.js';
import {useInterpreter} from './use-interpreter.js';

/** A project's snapshot and its name. */
export interface NamedSnapshot {
  readonly name: string;
  readonly snapshot: ProjectSnapshot;
}

/** Who waits for a start. */
export interface Waiting {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/**
 * Starts interpreters in the quickest way there is: from a project's snapshot, from the baseline,
 * from bytecode. What cannot be restored is forgotten, said once, and the next slower way taken.
 */
export class Launcher {
  readonly #assets: AssetStore;
  readonly #store: SnapshotStore | undefined;
  readonly #baselines: Baselines | undefined;
  #said = false;

  /**
   * @param store Keeps snapshots between visits; without it every start is from bytecode.
   * @param files Keeps what they do not have.
   */
  constructor(urls: AssetUrls, store: SnapshotStore | undefined, files?: FileStore) {
    this.#assets = new AssetStore(urls, files);
    this.#store = store;
    this.#baselines = store && new Baselines(store);
  }

  /** Begin to download what every start needs, while something else is waited for. */
  warm(choice: RuntimeChoice, onProgress: OnProgress): void {
    // Whoever starts an interpreter is told of a failure.
    startWorkerAhead(this.#assets.workerCode());
    this.#assets.module(onProgress).catch(() => {});
    const images = async (): Promise<void> => {
      // Who comes for the first time has no baseline, and need not wait until that is certain.
      const isNew = this.keepsSnapshots && !cameFromCache();
      if (isNew || !(await this.hasBaseline(choice))) await this.#assets.images(choice, onProgress);
    };
    images().catch(() => {});
  }

  /** Names the runtime of a choice: interpreters of one can stand for each other. */
  keyOf(choice: RuntimeChoice): string {
    return baselineKey(this.#assets.manifest, choice);
  }

  /** How often the default password hasher of a series iterates. */
  passwordIterations({series}: RuntimeChoice): number {
    return chooseSeries(this.#assets.manifest, series).passwordIterations;
  }

  /** An interpreter that has run nothing of any page. */
  async start(choice: RuntimeChoice, waiting: Waiting): Promise<Interpreter> {
    return (await this.#startBaseline(choice, waiting)) ?? this.#boot(choice, waiting);
  }

  /**
   * An interpreter restored from a project's snapshot.
   *
   * @returns nothing where it cannot be restored.
   */
  async startProject(
    choice: RuntimeChoice,
    {name, snapshot}: NamedSnapshot,
    waiting: Waiting,
  ): Promise<Interpreter | undefined> {
    const baseline = await this.#baselines?.read(this.keyOf(choice));
    if (!baseline) return undefined;
    try {
      return await this.#restore(choice, baseline, [snapshot.memory], waiting);
    } catch (error) {
      await this.#refuse(error, () => this.#store?.remove('project', name));
      return undefined;
    }
  }

  /** Forget a project's snapshot that was restored and then did not work. */
  async refuseProject(name: string, reason: string): Promise<void> {
    this.#say(
      `A saved snapshot cannot be used: ${reason} The site starts the slower way, and another is made.`,
    );
    await this.#store?.remove('project', name);
  }

  /** A project's snapshot, where there is one and the baseline that it belongs to. */
  async readProject(choice: RuntimeChoice, key: string): Promise<ProjectSnapshot | undefined> {
    const [isComplete, project] = await Promise.all([
      this.hasBaseline(choice),
      this.#store?.read('project', key),
    ]);
    return isComplete ? project : undefined;
  }

  async hasBaseline(choice: RuntimeChoice): Promise<boolean> {
    return (await this.#baselines?.read(this.keyOf(choice))) !== undefined;
  }

  /** Keep what the next start takes beside snapshots. */
  keepFiles(): Promise<void> {
    return this.#assets.keep();
  }

  async bytesToLoad(choice: RuntimeChoice): Promise<number> {
    return (await this.hasBaseline(choice)) ? 0 : this.#assets.bytesToLoad(choice);
  }

  get keepsSnapshots(): boolean {
    return this.#store !== undefined;
  }

  async keepProject(key: string, project: ProjectSnapshot): Promise<void> {
    await this.#store?.write('project', key, {...project, memory: await shared(project.memory)});
  }

  /**
   * An interpreter that has run nothing, from the baseline; where there is none yet, one whose
   * memory becomes it.
   */
  async prepare(choice: RuntimeChoice, waiting: Waiting): Promise<Interpreter> {
    const restored = await this.#startBaseline(choice, waiting);
    if (restored) return restored;
    const baselines = this.#baselines;
    if (!baselines) return this.#boot(choice, waiting);
    const interpreter = await this.#boot(choice, waiting, true);
    return useInterpreter(interpreter, waiting.signal, async () => {
      const memory = await shared(await interpreter.ask('snapshot', {since: []}));
      const images = await this.#assets.images(choice, waiting.onProgress);
      await baselines.keep(this.keyOf(choice), {...memory, images});
      interpreter.origin = [memory];
      return interpreter;
    });
  }

  /**
   * Mount the sources that tracebacks show. Without them these show less, and are not held up.
   *
   * @throws never
   */
  async mountSources(interpreter: Interpreter, series: string | null): Promise<void> {
    const images = await this.#assets.sources(series).catch(() => []);
    await interpreter.ask('mount', {images}).catch(() => {});
  }

  /** @returns nothing where there is no baseline, or none that can be restored. */
  async #startBaseline(choice: RuntimeChoice, waiting: Waiting): Promise<Interpreter | undefined> {
    const key = this.keyOf(choice);
    const baseline = await this.#baselines?.read(key);
    if (!baseline) return undefined;
    try {
      return await this.#restore(choice, baseline, [], waiting);
    } catch (error) {
      await this.#refuse(error, () => this.#baselines?.refuse(key));
      return undefined;
    }
  }

  /** Start from bytecode. */
  #boot(
    {series, locales}: RuntimeChoice,
    {onProgress, signal}: Waiting,
    preload = false,
  ): Promise<Interpreter> {
    const options = {series, locales, memory: [], preload};
    return startInterpreter(this.#assets, options, onProgress, signal);
  }

  #restore(
    {series, locales}: RuntimeChoice,
    {images, ...baseline}: Baseline,
    others: readonly MemorySnapshot[],
    {onProgress, signal}: Waiting,
  ): Promise<Interpreter> {
    const options = {series, locales, images, memory: [baseline, ...others]};
    return startInterpreter(this.#assets, options, onProgress, signal);
  }

  /** @throws what is no matter of snapshots. */
  async #refuse(error: unknown, forget: () => Promise<void> | undefined): Promise<void> {
    const isRefused = error instanceof PlaygroundError && error.code === 'snapshot-refused';
    if (!isRefused) throw error;
    this.#say(error.message);
    await forget();
  }

  #say(message: string): void {
    if (!this.#said) console.warn(`django-playground: ${message}`);
    this.#said = true;
  }
}

/** As it is kept: its pages held once for all workers, and no more as they came. */
async function shared(memory: MemorySnapshot): Promise<MemorySnapshot> {
  const {pages} = memory;
  if (!(pages instanceof Uint8Array)) return memory;
  const kept = {...memory, pages: await toShared(pages)};
  freeBytes(pages);
  return kept;
}
