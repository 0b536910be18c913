import type {
  ModuleFunction,
  ModuleScope,
  Namespace,
  RendererHost,
  ServerModule,
} from '../../protocol/rendering.js';
import {PlacedError, type Addresses} from './failure.js';
import {moduleConsole} from './module-console.js';

/** A module that is there, and what has become of it. */
interface Known {
  readonly path: string;
  /** @returns what runs it. @throws whatever keeps it from that. */
  prepare(scope: ModuleScope): () => void;
  readonly namespace: Record<string, unknown>;
  hasBegun: boolean;
  /** What it threw, as it does from then on. */
  failure?: {readonly error: unknown};
}

/** A project's modules by their absolute paths. Each runs once, when it is first needed. */
export class ModuleRegistry implements Addresses {
  readonly #host: RendererHost;
  readonly #modules = new Map<string, Known>();
  readonly #paths = new Map<string, string>();

  constructor(host: RendererHost) {
    this.#host = host;
  }

  /** Have a module at hand; what is wrong with it is said when it is run. */
  async add(module: ServerModule): Promise<void> {
    const path = this.#host.root + module.path;
    const prepare = await this.#prepare(path, module);
    const namespace = Object.create(null) as Record<string, unknown>;
    this.#modules.set(path, {path, prepare, namespace, hasBegun: false});
  }

  has(path: string): boolean {
    return this.#modules.has(path);
  }

  pathOf(url: string): string | undefined {
    return this.#paths.get(url);
  }

  /**
   * Run a module, unless it has been.
   *
   * @throws whatever it throws, or what it imports.
   */
  run(path: string): Namespace {
    const known = this.#modules.get(path);
    if (!known) throw new Error(`There is no module ${path}`);
    if (known.failure) throw known.failure.error;
    if (!known.hasBegun) {
      known.hasBegun = true;
      try {
        known.prepare(this.#scopeOf(known))();
      } catch (error) {
        known.failure = {error};
        throw error;
      }
    }
    return known.namespace;
  }

  async #prepare(path: string, {code, error}: ServerModule): Promise<Known['prepare']> {
    if (error) {
      return () => {
        throw new PlacedError(error.message, {path, line: error.line, name: ''});
      };
    }
    try {
      const {url, namespace} = await this.#host.import(code);
      this.#paths.set(url, path);
      const console = moduleConsole(this.#host.output);
      return scope => (namespace['default'] as ModuleFunction)(scope, console);
    } catch (cause) {
      return () => {
        throw new Error(
          `The browser did not take this module (${String(cause)}). If the page sends a Content-Security-Policy, add "blob:" and "data:" to its script-src.`,
          {cause},
        );
      };
    }
  }

  #scopeOf({path, namespace}: Known): ModuleScope {
    const add = (name: string, get: () => unknown): void => {
      if (Object.hasOwn(namespace, name)) return;
      Object.defineProperty(namespace, name, {get, enumerable: true});
    };
    const find = (specifier: string): Namespace => this.run(this.#resolve(specifier, path));
    return {
      meta: {url: `file://${encodeURI(path)}`},
      export(getters) {
        for (const [name, get] of Object.entries(getters)) add(name, get);
      },
      exportAll(specifier) {
        const other = find(specifier);
        for (const name of Object.keys(other)) if (name !== 'default') add(name, () => other[name]);
      },
      import(specifier, names = []) {
        const other = find(specifier);
        const missing = names.find(name => !(name in other));
        if (missing === undefined) return other;
        throw new SyntaxError(
          `The requested module '${specifier}' does not provide an export named '${missing}'`,
        );
      },
      load: async specifier => find(String(specifier)),
    };
  }

  /** @returns the absolute path of what a module imports. */
  #resolve(specifier: string, from: string): string {
    if (!/^\.{0,2}\//.test(specifier)) {
      throw new Error(
        `Cannot find package '${specifier}': only files of the project can be imported. Bundle it into one, and import that by its relative path`,
      );
    }
    const path = decodeURI(new URL(specifier, `file://${encodeURI(from)}`).pathname);
    if (!this.has(path)) throw new Error(`Cannot find module '${path}' imported from ${from}`);
    return path;
  }
}
