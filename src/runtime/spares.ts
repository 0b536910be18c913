import {PlaygroundError} from '../protocol/failure.js';
import type {HttpRequest} from '../protocol/http.js';
import type {LoadRequest} from '../protocol/interpreter.js';
import type {Packages} from '../protocol/packages.js';
import type {RuntimeChoice} from './assets.js';
import {whenIdle} from './idle.js';
import type {Interpreter} from './interpreter.js';
import type {Launcher} from './launcher.js';
import {takeProjectSnapshot} from './project-snapshot.js';
import type {Slot, Slots} from './slots.js';
import {supply, type Supplies} from './supply.js';

/** An author's unchanged project, to be loaded again for the next visit. */
export interface Pristine extends RuntimeChoice {
  /** Names its snapshot. */
  readonly project: string;
  readonly load: LoadRequest;
  readonly supplies: Supplies;
  /** What it was first asked. */
  readonly request: HttpRequest;
}

/** An interpreter that has run nothing, or is on its way to be one. */
interface Spare {
  readonly key: string;
  readonly slot: Slot;
  readonly interpreter: Promise<Interpreter>;
}

export const NOT_NEEDED = {
  code: 'stopped',
  message: 'The interpreter was not needed any more.',
} as const;

/**
 * What is prepared in the background once a site has answered: a spare interpreter for the next
 * edit, bytecode of packages, and snapshots for the next visit. Nobody waits for it, and whoever
 * needs the place has it.
 */
export class Spares {
  readonly #launcher: Launcher;
  readonly #slots: Slots;
  readonly #keeps: boolean;
  #spare: Spare | undefined;
  /** Those that are to have bytecode. */
  readonly #packages = new Set<Packages>();
  /** The projects that are to have snapshots, by name. */
  readonly #pristine = new Map<string, Pristine>();
  /** Of what a spare is wanted, once there is time. */
  #wanted: RuntimeChoice | undefined;
  #preparing: Promise<void> | undefined;

  /** @param keeps Whether a spare is kept, or only made for the sake of snapshots. */
  constructor(launcher: Launcher, slots: Slots, keeps: boolean) {
    this.#launcher = launcher;
    this.#slots = slots;
    this.#keeps = keeps;
  }

  /** Settles once nothing is being prepared any more. */
  async prepared(): Promise<void> {
    await this.#preparing;
  }

  /** Prepare for a runtime, when there is time. */
  want(choice: RuntimeChoice, {packages}: Supplies, pristine?: Pristine): void {
    if (packages) this.#packages.add(packages);
    if (pristine && this.#launcher.keepsSnapshots) this.#pristine.set(pristine.project, pristine);
    this.#wanted = choice;
    this.#preparing ??= this.#prepareWanted();
  }

  /** The spare of a runtime, where there is one; it is waited for where it is on its way. */
  async take(choice: RuntimeChoice): Promise<Interpreter | undefined> {
    const key = this.#launcher.keyOf(choice);
    const spare = this.#spare;
    if (spare?.key !== key) return undefined;
    this.#spare = undefined;
    this.#slots.setRole(spare.slot, 'starting');
    const interpreter = await spare.interpreter.catch(() => undefined);
    return interpreter?.alive ? interpreter : undefined;
  }

  async #prepareWanted(): Promise<void> {
    while (this.#wanted) {
      const choice = this.#wanted;
      this.#wanted = undefined;
      await whenIdle();
      await this.#slots.rest();
      try {
        await this.#prepare(choice);
      } catch (error) {
        // Whoever took the place will want another spare.
        if (isAsleep(error)) continue;
        // Where interpreters cannot be started, the next run says so.
        console.debug('django-playground: nothing could be prepared.', error);
      }
    }
    this.#preparing = undefined;
  }

  async #prepare(choice: RuntimeChoice): Promise<void> {
    if (this.#keeps || (await this.#lacksBaseline(choice))) await this.#renew(choice);
    for (const packages of this.#packages) {
      this.#packages.delete(packages);
      await this.#compile(choice, packages);
    }
    for (const [name, pristine] of this.#pristine) {
      await this.#snapshot(pristine);
      this.#pristine.delete(name);
    }
    if (this.#keeps) await this.#renew(choice);
    else this.#drop();
    await this.#launcher.keepFiles();
  }

  async #lacksBaseline(choice: RuntimeChoice): Promise<boolean> {
    return this.#launcher.keepsSnapshots && !(await this.#launcher.hasBaseline(choice));
  }

  /** Have a spare, unless all places are taken by sites and there is a baseline to start from. */
  async #renew(choice: RuntimeChoice): Promise<void> {
    const key = this.#launcher.keyOf(choice);
    if (this.#spare?.key === key) return;
    this.#drop();
    if (this.#slots.full && (await this.#launcher.hasBaseline(choice))) return;
    const slot = await this.#slots.take('spare');
    const interpreter = this.#slots.fill(slot, signal =>
      this.#launcher.prepare(choice, {onProgress: () => {}, signal}),
    );
    const spare: Spare = {key, slot, interpreter};
    this.#spare = spare;
    try {
      (await interpreter).addEventListener('death', () => this.#forget(spare));
    } catch (error) {
      this.#forget(spare);
      throw error;
    }
  }

  /**
   * Have packages compiled, where no code of a project has ever run: other projects will run what
   * comes of it.
   */
  async #compile(choice: RuntimeChoice, packages: Packages): Promise<void> {
    if (packages.uncompiled.length === 0) return;
    const interpreter = await this.#use(choice);
    if (!interpreter) return;
    try {
      for (const {zip, keep} of packages.uncompiled) {
        await keep((await interpreter.ask('compile', {zip})).zip);
      }
    } catch (error) {
      if (isAsleep(error)) throw error;
      console.debug(
        'django-playground: packages are compiled by each site that imports them.',
        error,
      );
    } finally {
      interpreter.stop(NOT_NEEDED);
    }
  }

  async #snapshot({project, load, supplies, request, ...choice}: Pristine): Promise<void> {
    const interpreter = await this.#use(choice);
    if (!interpreter) return;
    try {
      await supply(interpreter, supplies);
      const snapshot = await takeProjectSnapshot(interpreter, load, request);
      if (snapshot) await this.#launcher.keepProject(project, snapshot);
    } catch (error) {
      if (!(error instanceof PlaygroundError) || error.code !== 'not-snapshotted') throw error;
      console.debug(`django-playground: ${error.message}`);
    } finally {
      interpreter.stop(NOT_NEEDED);
    }
  }

  /** A spare that is nobody's any more. */
  async #use(choice: RuntimeChoice): Promise<Interpreter | undefined> {
    await this.#renew(choice);
    const spare = this.#spare;
    this.#spare = undefined;
    return spare?.interpreter;
  }

  #drop(): void {
    const spare = this.#spare;
    if (!spare) return;
    this.#forget(spare);
    this.#slots.free(spare.slot);
  }

  #forget(spare: Spare): void {
    if (this.#spare === spare) this.#spare = undefined;
  }
}

/** Whether somebody needed the place. */
function isAsleep(error: unknown): boolean {
  return error instanceof PlaygroundError && error.code === 'asleep';
}
