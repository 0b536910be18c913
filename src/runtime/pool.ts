import type {FileStore, SnapshotStore} from '../protocol/storage.js';
import type {AssetUrls, OnProgress, RuntimeChoice} from './assets.js';
import type {Interpreter} from './interpreter.js';
import {Launcher, type NamedSnapshot} from './launcher.js';
import {defaultLimits, type Limits} from './limits.js';
import {Slots} from './slots.js';
import {NOT_NEEDED, Spares, type Pristine} from './spares.js';
import type {Supplies} from './supply.js';

export interface PoolOptions extends Partial<Limits> {
  readonly urls: AssetUrls;
  /** Keeps snapshots between visits; without it every start is from bytecode. */
  readonly snapshots?: SnapshotStore;
  /** Keeps what snapshots do not have, for times without a network. */
  readonly files?: FileStore;
}

/** What a session wants an interpreter for. */
export interface LeaseRequest extends RuntimeChoice {
  /** What it may start from. */
  readonly project: NamedSnapshot | undefined;
}

export interface Lease {
  readonly interpreter: Interpreter;
  /** Whether the project was restored with it. */
  readonly restored: boolean;
}

/** The fewest interpreters with which code can be changed while the old one still serves. */
const LEAST = 2;

/**
 * The interpreters of a page, shared by all its elements.
 *
 * The life of one is `blank → restored → loaded → serving → retired`, and it never goes back:
 * Python keeps the modules it has imported, so code that changed always gets an interpreter that
 * has run nothing of any page. A session leases one, loads a project into it and settles it once
 * it has answered; only then does the one before retire.
 *
 * - No more than so many are alive. Who needs one more takes the place of a spare, or of the one
 *   that has had nothing to do for longest, which goes to sleep: its session holds what Django
 *   wrote, and wakes in a new interpreter when it is used again. Where all are at work, it waits.
 * - Once a site has answered and nothing is at work, a spare is prepared. The first spare of a
 *   runtime becomes its baseline: its memory is taken, kept, and restored from then on. Then the
 *   projects that were answered are loaded again, as their authors wrote them, and kept as well.
 * - Packages are compiled before that, in a spare that does nothing else, each once in a browser.
 * - An interpreter that ends, however it ends, leaves its place and nothing else.
 */
export class Pool {
  readonly #launcher: Launcher;
  readonly #slots: Slots;
  readonly #spares: Spares;

  constructor({urls, snapshots, files, ...limits}: PoolOptions) {
    const {interpreters, spare} = {...defaultLimits(), ...limits};
    this.#launcher = new Launcher(urls, snapshots, files);
    this.#slots = new Slots(Math.max(LEAST, interpreters));
    this.#spares = new Spares(this.#launcher, this.#slots, spare);
  }

  /** How many interpreters are alive or starting. */
  get size(): number {
    return this.#slots.taken;
  }

  /** Settles once nothing is being prepared any more. */
  prepared(): Promise<void> {
    return this.#spares.prepared();
  }

  /** Names the runtime of a choice, and so whatever depends on it. */
  keyOf(choice: RuntimeChoice): string {
    return this.#launcher.keyOf(choice);
  }

  /**
   * An interpreter that has never run anything, or has what the project's own snapshot holds.
   *
   * @throws PlaygroundError with any of the runtime's codes; the signal's reason when aborted.
   */
  async lease(
    {project, ...choice}: LeaseRequest,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<Lease> {
    const spare = project ? undefined : await this.#spares.take(choice);
    if (signal.aborted) spare?.stop(NOT_NEEDED);
    signal.throwIfAborted();
    if (spare) return {interpreter: spare, restored: false};
    const slot = await this.#slots.take('starting', signal);
    let restored: Interpreter | undefined;
    const interpreter = await this.#slots.fill(slot, async place => {
      const waiting = {onProgress, signal: AbortSignal.any([signal, place])};
      restored = project && (await this.#launcher.startProject(choice, project, waiting));
      return restored ?? this.#launcher.start(choice, waiting);
    });
    return {interpreter, restored: restored !== undefined};
  }

  /** Begin to download what every start needs. */
  warm(choice: RuntimeChoice, onProgress: OnProgress): void {
    this.#launcher.warm(choice, onProgress);
  }

  /**
   * Begin to download what every start needs, and look for a snapshot of a project.
   *
   * @param name The project's, of the files and all that matters to them.
   */
  async findProject(
    choice: RuntimeChoice,
    name: string | undefined,
    onProgress: OnProgress,
  ): Promise<NamedSnapshot | undefined> {
    onProgress({stage: 'download'});
    this.#launcher.warm(choice, onProgress);
    const snapshot = name && (await this.#launcher.readProject(choice, name));
    return name && snapshot ? {name, snapshot} : undefined;
  }

  /** How many bytes a first start would load, as most hosts send them; 0 where all is here. */
  bytesToLoad(choice: RuntimeChoice): Promise<number> {
    return this.#launcher.bytesToLoad(choice);
  }

  /** Forget a project's snapshot that was restored and then did not work. */
  refuseProject(name: string, reason: string): Promise<void> {
    return this.#launcher.refuseProject(name, reason);
  }

  /** How often the default password hasher of a runtime iterates. */
  passwordIterations(choice: RuntimeChoice): number {
    return this.#launcher.passwordIterations(choice);
  }

  /**
   * Say that a leased interpreter has answered. From now on it can be put to sleep, and what comes
   * next is prepared.
   *
   * @param supplies What it has beside the runtime; of packages there may be bytecode next time.
   * @param pristine Where it has run the author's files and nothing else.
   */
  settle(
    interpreter: Interpreter,
    choice: RuntimeChoice,
    supplies: Supplies,
    pristine?: Pristine,
  ): void {
    const slot = this.#slots.of(interpreter);
    if (slot) this.#slots.setRole(slot, 'serving');
    this.#spares.want(choice, supplies, pristine);
  }

  /** Mount the sources that tracebacks show. */
  mountSources(interpreter: Interpreter, series: string | null): Promise<void> {
    return this.#launcher.mountSources(interpreter, series);
  }
}
