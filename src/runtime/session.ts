import {PlaygroundError} from '../protocol/failure.js';
import type {HttpRequest, HttpResponse, HttpStream} from '../protocol/http.js';
import type {
  Answer,
  Ask,
  CommandResult,
  CompletionRequest,
  Finding,
  LoadReport,
  QuestionName,
  ShellState,
  SiteUrl,
} from '../protocol/interpreter.js';
import type {StoredFile} from '../protocol/project.js';
import type {Socket, SocketRequest} from '../protocol/socket.js';
import type {Interpreter} from './interpreter.js';
import type {Pool} from './pool.js';
import {
  isFirst,
  loadRequest,
  takeSeat,
  type Launch,
  type Seat,
  type SessionEvents,
} from './seat.js';
import {connectSocket} from './socket.js';
import {openStream} from './stream.js';
import {overwritten, Written} from './written.js';

const STOPPED = {
  code: 'stopped',
  message: 'The site was stopped. Press Run to start it again.',
} as const;

const RETIRED = {code: 'stopped', message: 'The site was started anew.'} as const;

const NOT_RUNNING = {
  code: 'stopped',
  message: 'The site is not running. Press Run to start it.',
} as const;

/** Milliseconds that a launch waits for what the interpreter before is still at. */
const PATIENCE = 1000;

/**
 * One playground's site: the project it was launched with, the interpreter that serves it, and
 * what Django wrote. What was written is kept here, not in the interpreter, so that a new
 * interpreter starts from it however the old one ended.
 *
 * A launch makes a candidate. Once that has answered, it serves, what it wrote is the site's, and
 * the one before it retires; if it ends before, the one before goes on as if nothing had been.
 */
export class Session {
  readonly #pool: Pool;
  readonly #events: SessionEvents;
  /** What the site has written, as of the last answer. */
  #written = new Written();
  #launch: Launch | undefined;
  #serving: Seat | undefined;
  #candidate: Seat | undefined;
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
    return this.#seat !== undefined;
  }

  /** What Django wrote: database, media, migrations. */
  get written(): readonly StoredFile[] {
    return this.#written.files;
  }

  /**
   * Load a project into an interpreter that has never run anything, with what Django wrote before.
   * The one that served until now goes on until the new one has answered, and then retires. A
   * later launch ends an earlier one that is still on its way.
   *
   * @throws PlaygroundError with any of the runtime's codes; `stopped` when it was overtaken.
   */
  async launch(launch: Launch): Promise<LoadReport> {
    this.#starting?.abort(new PlaygroundError(STOPPED));
    this.#candidate?.interpreter.stop(RETIRED);
    const starting = new AbortController();
    this.#starting = starting;
    const launching = this.#takeSeat(launch, starting.signal);
    this.#launching = launching;
    try {
      const seat = await launching;
      if (starting.signal.aborted) seat.interpreter.stop(STOPPED);
      starting.signal.throwIfAborted();
      this.#candidate = seat;
      this.#launch = this.#serving?.launch ?? launch;
      return seat.report;
    } finally {
      if (this.#launching === launching) this.#launching = undefined;
    }
  }

  /** @throws PlaygroundError e.g. `response-too-large`, `stopped`, `crashed`. */
  request(request: HttpRequest): Promise<HttpResponse> {
    return this.#use(interpreter => interpreter.ask('request', request), request);
  }

  /**
   * Ask for a response whose body comes as the site sends it. Once it has begun it keeps no
   * interpreter from being replaced, which ends it.
   *
   * @param signal Tells the site that nobody listens any more.
   * @throws PlaygroundError e.g. `stopped`, `crashed`; the signal's reason when aborted.
   */
  open(request: HttpRequest, signal?: AbortSignal): Promise<HttpStream> {
    return this.#use(interpreter => openStream(interpreter, request, signal));
  }

  /**
   * Open a WebSocket. It keeps no interpreter from being replaced, which closes it.
   *
   * @throws PlaygroundError e.g. `bad-request`, `stopped`, `crashed`.
   */
  connect(request: SocketRequest): Promise<Socket> {
    return this.#use(interpreter => connectSocket(interpreter, request));
  }

  /** Run a management command, e.g. `['showmigrations', 'polls']`, until it ends or asks. */
  manage(args: readonly string[], stdin = '', interactive = false): Promise<CommandResult> {
    return this.#ask('manage', {args, stdin, interactive});
  }

  /** @param line One for the interactive shell; `null` begins a new one. */
  shell(line: string | null): Promise<ShellState> {
    return this.#ask('shell', {line});
  }

  /** What may be written in the command line or the shell. */
  complete(request: CompletionRequest): Promise<readonly string[]> {
    return this.#ask('complete', request);
  }

  /** What is to be said of the project. Nothing where none is running: it wakes no interpreter. */
  async find(): Promise<readonly Finding[]> {
    return this.#ready?.interpreter.ask('find', null) ?? [];
  }

  /** The project's URL patterns. None where it is not running: this wakes no interpreter. */
  async listUrls(): Promise<readonly SiteUrl[]> {
    return this.#ready?.interpreter.ask('listUrls', null) ?? [];
  }

  /**
   * What Django wrote, but for files that were edited since; those win, as they will when it is
   * launched again.
   *
   * @param files The project's as they are now.
   */
  writtenBeside(files: readonly StoredFile[]): readonly StoredFile[] {
    return this.#written.without(overwritten(this.#launch?.files, files)).files;
  }

  listFiles(): Promise<readonly {path: string; size: number}[]> {
    return this.#ask('listFiles', null);
  }

  readFile(path: string): Promise<StoredFile> {
    return this.#ask('readFile', {path});
  }

  /** Change a file of the running site, e.g. to replace its database. */
  async writeFile(file: StoredFile): Promise<void> {
    await this.#ask('writeFile', file);
  }

  async deleteFile(path: string): Promise<void> {
    await this.#ask('deleteFile', {path});
  }

  /** End whatever is running or starting, at once. What Django had written stays. */
  stop(): void {
    this.#stops++;
    this.#starting?.abort(new PlaygroundError(STOPPED));
    for (const seat of [this.#candidate, this.#serving]) seat?.interpreter.stop(STOPPED);
  }

  /** Forget what Django wrote: database, media, migrations. */
  forget(): void {
    this.#written = new Written();
  }

  /** Forget what Django wrote to a file. An interpreter that runs keeps it. */
  forgetFile(path: string): void {
    this.#written.apply([{path, content: null}]);
  }

  /** Start from what Django wrote on an earlier visit. */
  restore(written: readonly StoredFile[]): void {
    this.#written = new Written(written);
  }

  /** The one that answers: a candidate before the one that serves. */
  get #seat(): Seat | undefined {
    return [this.#candidate, this.#serving].find(seat => seat?.interpreter.alive);
  }

  #ask<Name extends QuestionName>(name: Name, ask: Ask<Name>): Promise<Answer<Name>> {
    return this.#use(interpreter => interpreter.ask(name, ask));
  }

  /** @param request What the work is to ask for, where that is the whole of a page. */
  async #use<Result>(
    work: (interpreter: Interpreter) => Promise<Result>,
    request?: HttpRequest,
  ): Promise<Result> {
    const stops = this.#stops;
    let seat = this.#ready;
    while (!seat) {
      await this.#wake(stops);
      seat = this.#ready;
    }
    try {
      const result = await work(seat.interpreter);
      this.#promote(seat, request);
      return result;
    } catch (error) {
      await this.#distrust(seat, error);
      // It says that this was not possible; the next thing asked may well be.
      if (seat.interpreter.alive) this.#promote(seat);
      throw error;
    }
  }

  /**
   * What the interpreter before is still at is answered first, so that what it writes is carried
   * over. What does not end is not answered any more.
   */
  async #takeSeat(launch: Launch, signal: AbortSignal): Promise<Seat> {
    await this.#serving?.interpreter.finish(PATIENCE, RETIRED);
    signal.throwIfAborted();
    const written = this.#written.without(overwritten(this.#launch?.files, launch.files));
    return takeSeat(this.#pool, launch, written, this.#events, signal);
  }

  /**
   * The one to ask. Nothing may come between, or it could fall asleep; and while a launch is under
   * way there is none, so that nothing is written to a database that has already been copied.
   */
  get #ready(): Seat | undefined {
    return this.#launching ? undefined : this.#seat;
  }

  /**
   * Wait for a launch that is under way; replace an interpreter that sleeps, was stopped or crashed.
   *
   * @param stops How often it had been stopped when something was asked.
   */
  async #wake(stops: number): Promise<void> {
    await this.#launching?.catch(() => {
      // Told to whoever launched; the interpreter from before serves on.
    });
    if (stops !== this.#stops) throw new PlaygroundError(STOPPED);
    // Whoever waited as well may have launched it by now.
    if (this.#launching || this.#seat) return;
    if (!this.#launch) throw new PlaygroundError(NOT_RUNNING);
    await this.launch(this.#launch);
  }

  /** A restored project that crashes before it has answered would do so each time. */
  async #distrust({interpreter, project, restored}: Seat, error: unknown): Promise<void> {
    const isCrash = error instanceof PlaygroundError && error.code === 'crashed';
    if (!isCrash || !restored || !project) return;
    if (interpreter !== this.#candidate?.interpreter) return;
    await this.#pool.refuseProject(project, error.message);
  }

  /** @param request What a candidate has answered first, where that was a request. */
  #promote(seat: Seat, request?: HttpRequest): void {
    if (seat !== this.#candidate) return;
    this.#candidate = undefined;
    this.#serving?.interpreter.stop(RETIRED);
    this.#serving = seat;
    this.#launch = seat.launch;
    this.#written = seat.written;
    const {interpreter, launch, supplies, project, restored} = seat;
    const {series, locales} = launch;
    const load = loadRequest(launch, new Written());
    const pristine = project !== undefined &&
      !restored &&
      request &&
      isFirst(request, launch) && {series, locales, project, load, supplies, request};
    this.#pool.settle(interpreter, {series, locales}, supplies, pristine || undefined);
  }
}
