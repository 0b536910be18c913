/** JavaScript of a project that renders HTML for Django, in the interpreter's thread. */

/** One of the project's modules, as a function that is called when it is first needed. */
export interface ServerModule {
  /** Relative to the project's root. */
  readonly path: string;
  /** The text of an ES module whose default export is a {@link ModuleFunction}. */
  readonly code: string;
  /** Why there is no code: what is no module, and in which line. */
  readonly error?: {readonly message: string; readonly line: number};
}

/** A project's modules, and what runs them. */
export interface Rendering {
  /** A script that makes {@link RENDERER} a {@link StartRenderer}. */
  readonly renderer: string;
  readonly modules: readonly ServerModule[];
}

/** What a module calls the {@link ModuleScope} that it is called with. */
export const MODULE_SCOPE = 'djangoPlayground';

/** What a function or a class without a name is called that a module exports as its default. */
export const DEFAULT_NAME = 'djangoPlaygroundDefault';

/** The global name of what the renderer is started with. */
export const RENDERER = 'djangoPlaygroundRenderer';

/** A module, as far as it has been run. */
export type Namespace = Readonly<Record<string, unknown>>;

/** What stands in a module's text in place of its imports and exports. */
export interface ModuleScope {
  readonly meta: {readonly url: string};
  /** Name what it exports, before anything of it runs. */
  export(getters: Readonly<Record<string, () => unknown>>): void;
  /** Export all that another module does, but for its default. */
  exportAll(specifier: string): void;
  /** @throws SyntaxError where the other module does not export the names. */
  import(specifier: string, names?: readonly string[]): Namespace;
  /** `import()` */
  load(specifier: unknown): Promise<Namespace>;
}

/** Makes ready what the module is; what it returns runs it. */
export type ModuleFunction = (scope: ModuleScope, console: Console_) => () => void;

/** A console, which this room's library does not have. */
type Console_ = object;

/** What the interpreter's thread gives the renderer. */
export interface RendererHost {
  /** The folder that paths are relative to, with a `/` at its end. */
  readonly root: string;
  /** Run the text of a module. */
  import(code: string): Promise<ImportedText>;
  /** Show what a module says to its console. */
  output(stream: 'stdout' | 'stderr', text: string, level?: string): void;
}

export interface ImportedText {
  /** What it is called in stacks. */
  readonly url: string;
  readonly namespace: Namespace;
}

export type StartRenderer = (
  modules: readonly ServerModule[],
  host: RendererHost,
) => Promise<Renderer>;

/** What Python calls. */
export interface Renderer {
  /**
   * Call what a module exports.
   *
   * @param path Absolute, as Python knows the file.
   * @param props JSON.
   * @returns a {@link Rendered} as JSON.
   */
  render(path: string, name: string, props: string): string;
  /** Wait for what was a promise; the rest as {@link render}. */
  settle(promise: number): Promise<string>;
}

/** What became of a call. */
export type Rendered =
  | {readonly html: string}
  /** What it returned in place of a text, e.g. `undefined`. */
  | {readonly returned: string}
  /** It returned a promise, which has this number. */
  | {readonly promise: number}
  /** There is no such function; these are there. */
  | {readonly functions: readonly string[]}
  /** There is no such module. */
  | {readonly unknown: true}
  | {readonly error: JsFailure};

/** What was thrown. */
export interface JsFailure {
  /** e.g. `TypeError`. */
  readonly name: string;
  readonly message: string;
  /** Where it was thrown, the innermost first. */
  readonly frames: readonly JsFrame[];
}

/** A place in one of the project's modules. */
export interface JsFrame {
  /** Absolute, as Python knows the file. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The function's, as far as it has a name. */
  readonly name: string;
}
