/**
 * What the page asks of an interpreter and what it answers: one table, so that a forgotten
 * handler or an answer of the wrong type does not compile. Bodies are transferred, not copied.
 */
import type {Mark, Raised} from './code.js';
import type {Failure} from './failure.js';
import type {HttpHead, HttpRequest, HttpResponse, StreamMessage, StreamReply} from './http.js';
import type {Mail} from './mail.js';
import type {StoredFile} from './project.js';
import type {Rendering} from './rendering.js';
import type {MemorySnapshot, Shared} from './snapshot.js';
import type {SocketHead, SocketMessage, SocketReply, SocketRequest} from './socket.js';
import type {Stage} from './stage.js';

/** The first message to a new worker, before any question. */
export interface StartMessage {
  /** The worker's own code, one self-contained module. */
  readonly code: string;
  /** Where questions come from and answers go to: a `MessagePort`. */
  readonly port: object;
}

/**
 * The second message, which may come while a question waits for it: the worker starts while the
 * module is still compiled. It can only be posted to the worker itself, not over the port.
 */
export interface ModuleMessage {
  /** A compiled `WebAssembly.Module`, a type that this room's library does not have. */
  readonly wasm: object;
}

/** What an interpreter needs to start beside its code; it fetches nothing itself. */
export interface BootRequest {
  /** The standard library and site-packages, at least. */
  readonly images: readonly Image[];
  /** The ABI and version words Pyodide checks. */
  readonly pyodide: PyodideIdentity;
  /** Restored, one over the other, instead of starting Python from its bytecode. */
  readonly memory?: readonly MemorySnapshot[];
  /** Import what every site imports, so that a snapshot of the memory is a baseline. */
  readonly preload?: boolean;
}

/** A stored zip that is mounted, read-only; where two hold the same path the later one wins. */
export interface Image {
  /** Over Python's folder, that of the standard library, or over site-packages in it. */
  readonly place: 'stdlib' | 'packages';
  readonly zip: Shared;
}

/** Read out of Pyodide's own lock file when the runtime was built. */
export interface PyodideIdentity {
  readonly version: string;
  readonly python: string;
  readonly abiVersion: string;
  readonly arch: 'wasm32';
  readonly platform: string;
}

export interface BootReport {
  readonly python: string;
  /** Milliseconds of each phase, for the benchmark. */
  readonly phases: Readonly<Record<string, number>>;
}

export interface LoadRequest {
  /**
   * Author's and supplied files, then what Django wrote in an earlier interpreter (database,
   * media, migrations). Where a path repeats, the last one wins.
   */
  readonly files: readonly StoredFile[];
  readonly settingsModule: string;
  /** Create tables before the first request. */
  readonly migrate: boolean;
  /** Made when it does not exist yet. */
  readonly superuser?: Superuser;
}

export interface Superuser {
  readonly name: string;
  readonly password: string;
  /** The key that Django's default password hasher derives of it, where that is known already. */
  readonly derived?: DerivedKey;
}

/** PBKDF2 with SHA-256 of a password. */
export interface DerivedKey {
  readonly salt: string;
  readonly iterations: number;
  readonly key: Uint8Array<ArrayBuffer>;
}

export interface LoadReport {
  readonly django: string;
  /**
   * Set when the project could not be loaded: every request is then answered with Django's debug
   * page of this exception.
   */
  readonly error?: LoadError;
  readonly phases: Readonly<Record<string, number>>;
}

export interface ResumeRequest {
  /** As in {@link LoadRequest}. */
  readonly files: readonly StoredFile[];
}

export interface ResumeReport {
  readonly phases: Readonly<Record<string, number>>;
}

export interface SnapshotRequest {
  /** What the interpreter was restored from: only what differs is taken. */
  readonly since: readonly MemorySnapshot[];
}

/** An exception of the reader's code while it was loaded. */
export interface LoadError extends Raised {
  readonly traceback: string;
}

export interface CommandRequest {
  /** As after `manage.py`, e.g. `['migrate', '--noinput']`. */
  readonly args: readonly string[];
  /** What the command reads from its standard input. */
  readonly stdin: string;
  /**
   * Whether it may ask for more. Python cannot wait for the page in every engine, so a command that
   * asks ends, without a trace in files or databases, and is run again with the answer as one more
   * line of `stdin`. What it had said by then it does not say again.
   */
  readonly interactive?: boolean;
}

export interface CommandResult {
  readonly exitCode: number;
  /** Standard output and standard error as they came. */
  readonly output: string;
  /** What it asks for before it goes on; its question is what it said last. */
  readonly asks?: 'answer' | 'secret';
}

export interface ShellRequest {
  /** One line without its end; `null` begins a new shell. */
  readonly line: string | null;
}

/**
 * What became of a line: it was run, it needs more lines, it left the shell, or there is no shell
 * any more, because the interpreter is another one.
 */
export type ShellState = 'complete' | 'incomplete' | 'ended' | 'gone';

export interface CompletionRequest {
  /** Whether a command's name is wanted, a word for the command `text`, or a name in the shell. */
  readonly place: 'commands' | 'words' | 'shell';
  readonly text: string;
}

/** Something to be said of a project, by `manage.py check` or by us. */
export interface Finding extends Pick<Mark, 'severity' | 'message' | 'source'> {
  readonly path?: string;
  readonly line?: number;
  /** A command that settles it, as after `manage.py`. */
  readonly command?: string;
}

/** One of a project's URL patterns. */
export interface SiteUrl {
  /** With its converters, e.g. `/polls/<int:pk>/`. */
  readonly path: string;
  /** With its namespaces, e.g. `polls:detail`; empty where it has none. */
  readonly name: string;
}

/** The table: each question with what is asked and what is answered. */
export interface Questions {
  boot: {ask: BootRequest; answer: BootReport};
  /** Images that an interpreter gets only when they are wanted: translations, sources. */
  mount: {ask: {images: readonly Image[]}; answer: null};
  /**
   * The bytecode of the modules in an image of packages: another image, to be mounted over it. None
   * of them is run. An interpreter that has run a project's code is not to be asked: it could
   * answer with anything.
   */
  compile: {ask: {zip: Shared}; answer: {zip: Uint8Array<ArrayBuffer>}};
  /** Have a project's JavaScript at hand, which is loaded or resumed next. */
  evaluate: {ask: Rendering; answer: null};
  load: {ask: LoadRequest; answer: LoadReport};
  /** Go on with a project that was restored with the memory, instead of loading one. */
  resume: {ask: ResumeRequest; answer: ResumeReport};
  /**
   * The memory as it is now, of an interpreter that is not at work.
   *
   * Fails with `not-snapshotted` when something in it cannot be restored, e.g. an open file.
   */
  snapshot: {ask: SnapshotRequest; answer: MemorySnapshot};
  request: {ask: HttpRequest; answer: HttpResponse};
  /** Answered once the site has sent status and headers. The body comes over the port. */
  open: {ask: {request: HttpRequest; port: number}; answer: HttpHead};
  /** Answered once the site has accepted the socket, which then has the port, or has not. */
  connect: {ask: {request: SocketRequest; port: number}; answer: SocketHead};
  manage: {ask: CommandRequest; answer: CommandResult};
  /** What a line printed comes as output before the answer. */
  shell: {ask: ShellRequest; answer: ShellState};
  complete: {ask: CompletionRequest; answer: readonly string[]};
  /** System checks, and models that are not as their migrations or tables have them. */
  find: {ask: null; answer: readonly Finding[]};
  /** The project's URL patterns, in the order in which they are tried. */
  listUrls: {ask: null; answer: readonly SiteUrl[]};
  /** All files below the project's root with their sizes in bytes. */
  listFiles: {ask: null; answer: readonly {path: string; size: number}[]};
  readFile: {ask: {path: string}; answer: StoredFile};
  writeFile: {ask: StoredFile; answer: null};
  deleteFile: {ask: {path: string}; answer: null};
}

export type QuestionName = keyof Questions;
export type Ask<Name extends QuestionName> = Questions[Name]['ask'];
export type Answer<Name extends QuestionName> = Questions[Name]['answer'];

/** Page to worker. */
export type QuestionMessage = {
  [Name in QuestionName]: {readonly id: number; readonly name: Name; readonly ask: Ask<Name>};
}[QuestionName];

/** What goes on for longer than an answer: what the interpreter says, and what the page does. */
export interface Talks {
  stream: {message: StreamMessage; reply: StreamReply};
  socket: {message: SocketMessage; reply: SocketReply};
}

/**
 * Page to worker: something for a stream or a socket that was asked for. Its port is a number of the
 * page's choice; a `MessagePort` for each would take a good part of the time that Django takes.
 */
export interface PortReply {
  readonly kind: 'port';
  readonly port: number;
  readonly reply: Talks[keyof Talks]['reply'];
}

/** Worker to page: the answer to one question. */
export type AnswerMessage =
  | {readonly kind: 'answer'; readonly id: number; readonly answer: Answer<QuestionName>}
  | {readonly kind: 'failure'; readonly id: number; readonly failure: Failure};

/** Worker to page, unasked. */
export type NoticeMessage =
  | {readonly kind: 'stage'; readonly stage: Stage}
  | {readonly kind: 'output'; readonly output: Output}
  | {readonly kind: 'mail'; readonly mail: Mail}
  /**
   * Files that Django wrote or removed since the last notice. Always posted before the answer to
   * the question that changed them, so that what was committed outlives the interpreter.
   */
  | {readonly kind: 'changed'; readonly changes: readonly FileChange[]}
  /** An exception is about to be shown, and with it sources, which are to be mounted. */
  | {readonly kind: 'sources-wanted'}
  /** Something of a stream or a socket. */
  | {readonly kind: 'port'; readonly port: number; readonly message: Talks[keyof Talks]['message']};

export type WorkerMessage = AnswerMessage | NoticeMessage;

/** A piece of text that Python printed or logged. */
export interface Output {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** How serious logging or a warning says it is, e.g. `warning`, in lower case. */
  readonly level?: string;
}

/** `content` is `null` when the file was removed. */
export interface FileChange {
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer> | null;
}
