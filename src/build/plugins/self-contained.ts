import {rolldown, type RolldownLog} from 'rolldown';
import {assembly} from './assembly.js';

/** A module and everything it imports, as one text. */
export interface SelfContained {
  readonly code: string;
  /** The files it was made of, as absolute paths. */
  readonly sources: readonly string[];
}

/** How it will be run: as an ES module, or as a classic script. */
export type BundleFormat = 'module' | 'script';

export interface BundleOptions {
  readonly entry: string;
  readonly format: BundleFormat;
  readonly minify: boolean;
}

/** Emscripten's glue is not ours to change, and right as it is: it evaluates its own constants. */
const EXPECTED_OF_GLUE = new Set(['EVAL', 'COMMONJS_VARIABLE_IN_ESM']);

/**
 * Bundle a module into one file without imports, for a place where nothing can be imported: a
 * worker of opaque origin, a sandboxed frame.
 *
 * @throws Error with the bundler's messages.
 */
export async function bundleSelfContained(options: BundleOptions): Promise<SelfContained> {
  const {entry, format, minify} = options;
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    // Pyodide's branches for Node, which no browser takes.
    external: /^node:/,
    resolve: {extensionAlias: {'.js': ['.ts', '.js']}},
    plugins: [assembly()],
    checks: {pluginTimings: false},
    onLog(level, log, show) {
      if (!isExpected(log)) show(level, log);
    },
  });
  try {
    const {output} = await bundle.generate({
      format: format === 'module' ? 'esm' : 'iife',
      codeSplitting: false,
      minify,
    });
    const [chunk] = output;
    if (output.length > 1) throw new Error(`${entry} does not fit into one file`);
    return {code: chunk.code, sources: await bundle.watchFiles};
  } finally {
    await bundle.close();
  }
}

/** Whether a bundler's remark is about what is right as it is. */
export function isExpected({code, id}: RolldownLog): boolean {
  return EXPECTED_OF_GLUE.has(code ?? '') && (id ?? '').includes('pyodide');
}
