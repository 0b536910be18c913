import {PlaygroundError} from '../protocol/failure.js';
import type {HttpRequest} from '../protocol/http.js';
import type {LoadRequest} from '../protocol/interpreter.js';
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
 * edit, and snapshots for the next visit. Nobody waits for it, and whoever needs the place has it.
 */
export class Spares {
  readonly #launcher: Launcher;
  readonly #slots: Slots;
  readonly #keeps: boolean;
  #spare: Spare | undefined;
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
  want(choice: RuntimeChoice, pristine?: Pristine): void {
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
        if (error instanceof PlaygroundError && error.code === 'asleep') continue;
        // Where interpreters cannot be started, the next run says so.
        console.debug('django-playground: nothing could be prepared.', error);
      }
    }
    this.#preparing = undefined;
  }

  async #prepare(choice: RuntimeChoice): Promise<void> {
    if (this.#keeps || (await this.#lacksBaseline(choice))) await this.#renew(choice);
    for (const [name, pristine] of this.#pristine) {
      await this.#snapshot(pristine);
      this.#pristine.delete(name);
      if (this.#keeps) await this.#renew(choice);
    }
    if (!this.#keeps) this.#drop();
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

  async #snapshot({project, load, supplies, request, ...choice}: Pristine): Promise<void> {
    await this.#renew(choice);
    const spare = this.#spare;
    if (!spare) return;
    this.#spare = undefined;
    const interpreter = await spare.interpreter;
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
