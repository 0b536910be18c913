import {PlaygroundError} from '../protocol/failure.js';
import type {HttpRequest, HttpResponse} from '../protocol/http.js';
import type {CommandResult, FileChange, LoadReport, Output} from '../protocol/interpreter.js';
import type {StoredFile} from '../protocol/project.js';
import type {OnProgress} from './assets.js';
import type {Interpreter} from './interpreter.js';
import type {Pool} from './pool.js';

/** A project as an interpreter gets it. */
export interface Launch {
  /** Django's series, e.g. `5.2`; `null` for the default. */
  readonly series: string | null;
  /** The author's and the supplied files, as they are now. */
  readonly files: readonly StoredFile[];
  readonly settingsModule: string;
  readonly migrate: boolean;
  readonly superuser?: {readonly name: string; readonly password: string};
}

export interface SessionEvents {
  onoutput?: (output: Output) => void;
  onprogress?: OnProgress;
  /** Files that Django wrote or removed. */
  onfiles?: (changes: readonly FileChange[]) => void;
}

const STOPPED = {
  code: 'stopped',
  message: 'The site was stopped. Press Run to start it again.',
} as const;

/**
 * One playground's site: the project it was launched with, the interpreter that serves it, and
 * what Django wrote. What was written is kept here, not in the interpreter, so that a new
 * interpreter starts from it however the old one ended.
 */
export class Session {
  readonly #pool: Pool;
  readonly #events: SessionEvents;
  #launch: Launch | undefined;
  /** What Django wrote: database, media, migrations; by path. */
  readonly #written = new Map<string, Uint8Array<ArrayBuffer>>();
  #serving: Interpreter | undefined;
  #starting: AbortController | undefined;
  #launching: Promise<unknown> | undefined;
  /** How often it was stopped; what was asked before a stop must not wake it afterwards. */
  #stops = 0;

  constructor(pool: Pool, events: SessionEvents = {}) {
    this.#pool = pool;
    this.#events = events;
  }

  /** Whether an interpreter serves the site at this moment. */
  get serving(): boolean {
    return this.#serving?.alive ?? false;
  }

  /**
   * Load a project into an interpreter that has never run anything, with what Django wrote before.
   * The one that served until now goes on until the new one is loaded, and then retires. A later
   * launch ends an earlier one that is still on its way.
   *
   * @throws PlaygroundError with any of the runtime's codes; `stopped` when it was overtaken.
   */
  async launch(launch: Launch): Promise<LoadReport> {
    this.#starting?.abort(new PlaygroundError(STOPPED));
    const starting = new AbortController();
    this.#starting = starting;
    const launching = this.#start(launch, starting);
    this.#launching = launching;
    try {
      return await launching;
    } finally {
      if (this.#launching === launching) this.#launching = undefined;
    }
  }

  async #start(launch: Launch, starting: AbortController): Promise<LoadReport> {
    this.#forgetOverwritten(launch);
    const interpreter = await this.#pool.lease(
      launch.series,
      progress => this.#events.onprogress?.(progress),
      starting.signal,
    );
    const stop = () => interpreter.stop(STOPPED);
    starting.signal.addEventListener('abort', stop);
    this.#listen(interpreter);
    try {
      const {settingsModule, migrate, superuser} = launch;
      const files = [...launch.files, ...this.#writtenFiles()];
      const report = await interpreter.ask('load', {
        files,
        settingsModule,
        migrate,
        ...(superuser && {superuser}),
      });
      this.#retire();
      this.#serving = interpreter;
      this.#launch = launch;
      return report;
    } catch (error) {
      interpreter.stop(STOPPED);
      throw error;
    } finally {
      starting.signal.removeEventListener('abort', stop);
    }
  }

  /** @throws PlaygroundError e.g. `response-too-large`, `stopped`, `crashed`. */
  async request(request: HttpRequest): Promise<HttpResponse> {
    return (await this.#awake()).ask('request', request);
  }

  /** Run a management command, e.g. `['showmigrations', 'polls']`. */
  async manage(args: readonly string[], stdin = ''): Promise<CommandResult> {
    return (await this.#awake()).ask('manage', {args, stdin});
  }

  async listFiles(): Promise<readonly {path: string; size: number}[]> {
    return (await this.#awake()).ask('listFiles', null);
  }

  async readFile(path: string): Promise<StoredFile> {
    return (await this.#awake()).ask('readFile', {path});
  }

  /** Change a file of the running site, e.g. to replace its database. */
  async writeFile(file: StoredFile): Promise<void> {
    await (await this.#awake()).ask('writeFile', file);
  }

  async deleteFile(path: string): Promise<void> {
    await (await this.#awake()).ask('deleteFile', {path});
  }

  /** End whatever is running or starting, at once. What Django had written stays. */
  stop(): void {
    this.#stops++;
    this.#starting?.abort(new PlaygroundError(STOPPED));
    this.#retire();
  }

  /** Forget what Django wrote: database, media, migrations. */
  forget(): void {
    this.#written.clear();
  }

  /**
   * The interpreter that serves. While a launch is under way its outcome is awaited, so that
   * nothing is written to a database that has already been copied; one that was stopped or
   * crashed is replaced by a new one.
   */
  async #awake(): Promise<Interpreter> {
    const stops = this.#stops;
    await this.#launching?.catch(() => {
      // Told to whoever launched; the interpreter from before serves on.
    });
    if (stops !== this.#stops) throw new PlaygroundError(STOPPED);
    if (!this.#serving?.alive && this.#launch) await this.launch(this.#launch);
    if (this.#serving) return this.#serving;
    throw new PlaygroundError({
      code: 'stopped',
      message: 'The site is not running. Press Run to start it.',
    });
  }

  #listen(interpreter: Interpreter): void {
    const {onoutput, onprogress} = this.#events;
    interpreter.events = {
      ...(onoutput && {onoutput}),
      onstage: stage => onprogress?.({stage}),
      onchanged: changes => {
        for (const {path, content} of changes) {
          if (content) this.#written.set(path, content);
          else this.#written.delete(path);
        }
        this.#events.onfiles?.(changes);
      },
    };
  }

  #writtenFiles(): StoredFile[] {
    return [...this.#written].map(([path, content]) => ({path, content}));
  }

  /** A file that was edited since the last launch wins over what Django once wrote there. */
  #forgetOverwritten(launch: Launch): void {
    const before = new Map(this.#launch?.files.map(file => [file.path, file.content]));
    for (const {path, content} of launch.files) {
      if (!equal(before.get(path), content)) this.#written.delete(path);
    }
  }

  #retire(): void {
    this.#serving?.stop(STOPPED);
    this.#serving = undefined;
  }
}

function equal(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}
