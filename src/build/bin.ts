/** The package's command, in `dist/build/`, with whatever it uses. */
import {chmod, cp} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'rolldown';
import {DIST, ROOT} from './paths.js';
import {isExpected} from './plugins/self-contained.js';

/** What it reads beside itself. */
const SCRIPTS = ['own/own.py', 'runtime/bytecode.py'];

/** Write it beside the element, which has to be there. */
export async function bundleCommand(): Promise<void> {
  const folder = join(DIST, 'build');
  await build({
    cwd: ROOT,
    input: 'src/build/own/bin.ts',
    platform: 'node',
    // Pyodide takes it for sockets, which nobody opens.
    external: ['ws'],
    checks: {pluginTimings: false},
    onLog(level, log, show) {
      if (level === 'warn' && !isExpected(log)) show(level, log);
    },
    output: {
      dir: join(folder, 'own'),
      format: 'esm',
      entryFileNames: 'bin.js',
      codeSplitting: false,
    },
  });
  for (const script of SCRIPTS) {
    await cp(join(ROOT, 'src', 'build', script), join(folder, script));
  }
  await chmod(join(folder, 'own', 'bin.js'), 0o755);
}
