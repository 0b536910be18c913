import {SITE_ORIGIN, type HttpRequest} from '../protocol/http.js';
import type {
  DerivedKey,
  FileChange,
  LoadReport,
  LoadRequest,
  Output,
} from '../protocol/interpreter.js';
import type {Mail} from '../protocol/mail.js';
import type {Packages} from '../protocol/packages.js';
import type {StoredFile} from '../protocol/project.js';
import type {Rendering} from '../protocol/rendering.js';
import type {OnProgress} from './assets.js';
import {deriveKey} from './derive-key.js';
import type {Interpreter} from './interpreter.js';
import {measure} from './measures.js';
import type {Pool} from './pool.js';
import {projectKey} from './project-key.js';
import {supply, type Supplies} from './supply.js';
import {useInterpreter} from './use-interpreter.js';
import {Written} from './written.js';

/** A project as an interpreter gets it. */
export interface Launch {
  /** Django's series, e.g. `5.2`; `null` for the default. */
  readonly series: string | null;
  /** Whether it needs other languages than English. */
  readonly locales: boolean;
  /** The author's and the supplied files, as they are now. */
  readonly files: readonly StoredFile[];
  /** Whether they are the author's own, unchanged: then the next visit can start from a snapshot. */
  readonly pristine: boolean;
  /** The page that is asked for first. */
  readonly path: string;
  readonly settingsModule: string;
  readonly migrate: boolean;
  readonly superuser?: {readonly name: string; readonly password: string};
  /** What it needs beside the runtime, on its way. */
  readonly packages?: Promise<Packages>;
  /** Its JavaScript, where Django renders with it, on its way. */
  readonly rendering?: Promise<Rendering>;
}

export interface SessionEvents {
  onoutput?: (output: Output) => void;
  onmail?: (mail: Mail) => void;
  onprogress?: OnProgress;
  /** Files that Django wrote or removed. */
  onfiles?: (changes: readonly FileChange[]) => void;
}

/** An interpreter with a project in it, and what Django has written there. */
export interface Seat {
  readonly interpreter: Interpreter;
  readonly launch: Launch;
  readonly written: Written;
  readonly supplies: Supplies;
  readonly report: LoadReport;
  /** Names the snapshot of the project, that it came from or that can be made of it. */
  readonly project: string | undefined;
  readonly restored: boolean;
}

/**
 * Have a project loaded into an interpreter that has run nothing, or restored with it.
 *
 * @param written What Django wrote in an earlier one.
 * @throws PlaygroundError with any of the runtime's codes; the signal's reason when aborted.
 */
export async function takeSeat(
  pool: Pool,
  launch: Launch,
  written: Written,
  events: SessionEvents,
  signal: AbortSignal,
): Promise<Seat> {
  const onprogress: OnProgress = progress => events.onprogress?.(progress);
  const {series, locales, pristine, superuser} = launch;
  const choice = {series, locales};
  const isNew = written.files.length === 0;
  if (launch.packages) pool.warm(choice, onprogress);
  const packages = await unlessAborted(launch.packages, signal);
  const supplies = {packages, rendering: await unlessAborted(launch.rendering, signal)};
  const runtime = [pool.keyOf(choice), ...(packages ? [packages.key] : [])].join(' ');
  const project = pristine && isNew ? projectKey(runtime, launch) : undefined;
  const found = await pool.findProject(choice, project, onprogress);
  const deriving =
    superuser && isNew && !found
      ? deriveKey(superuser.password, pool.passwordIterations(choice))
      : undefined;
  const {interpreter, restored} = await pool.lease({...choice, project: found}, onprogress, signal);
  if (found && restored) {
    const {report, written: before} = found.snapshot;
    const kept = new Written(before);
    listen(interpreter, kept, events, pool, series);
    try {
      return await useInterpreter(interpreter, signal, async () => {
        const files = [...launch.files, ...kept.files];
        await supply(interpreter, supplies);
        measure('resume', await interpreter.ask('resume', {files}));
        return {interpreter, launch, supplies, written: kept, report, project, restored};
      });
    } catch (error) {
      signal.throwIfAborted();
      await pool.refuseProject(found.name, String(error));
      return takeSeat(pool, launch, written, events, signal);
    }
  }
  return useInterpreter(interpreter, signal, async () => {
    listen(interpreter, written, events, pool, series);
    const load = loadRequest(launch, written, await deriving);
    await supply(interpreter, supplies);
    const report = await interpreter.ask('load', load);
    measure('load', report);
    // What is shown of the exception shows sources.
    if (report.error) await pool.mountSources(interpreter, series);
    return {interpreter, launch, supplies, written, report, project, restored};
  });
}

/** Whether it asks for the page to show first; one who comes back may begin with another. */
export function isFirst({url}: HttpRequest, {path}: Launch): boolean {
  if (!URL.canParse(path, SITE_ORIGIN)) return false;
  const [asked, first] = [new URL(url), new URL(path, SITE_ORIGIN)];
  return asked.pathname === first.pathname && asked.search === first.search;
}

/** @throws The signal's reason when aborted; whatever was waited for throws. */
async function unlessAborted<Value>(
  waiting: Promise<Value> | undefined,
  signal: AbortSignal,
): Promise<Value | undefined> {
  if (!waiting) return undefined;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {once: true});
  });
  const value = await Promise.race([waiting, aborted]);
  signal.throwIfAborted();
  return value;
}

export function loadRequest(
  {files, settingsModule, migrate, superuser}: Launch,
  written: Written,
  derived?: DerivedKey,
): LoadRequest {
  return {
    files: [...files, ...written.files],
    settingsModule,
    migrate,
    ...(superuser && {superuser: {...superuser, ...(derived && {derived})}}),
  };
}

function listen(
  interpreter: Interpreter,
  written: Written,
  {onoutput, onmail, onprogress, onfiles}: SessionEvents,
  pool: Pool,
  series: string | null,
): void {
  interpreter.events = {
    ...(onoutput && {onoutput}),
    ...(onmail && {onmail}),
    onstage: stage => onprogress?.({stage}),
    onchanged(changes) {
      written.apply(changes);
      onfiles?.(changes);
    },
    onsourceswanted: () => void pool.mountSources(interpreter, series),
  };
}
