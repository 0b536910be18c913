import {cp} from 'node:fs/promises';
import {join} from 'node:path';
import type {Connect, Plugin, ViteDevServer} from 'vite';
import {PYTHON, RUNTIME} from '../paths.js';
import {filesOf, filesToLoad} from '../runtime/output.js';
import {buildRuntime} from '../runtime/runtime.js';
import {sendFile} from '../send-file.js';
import type {RuntimeManifest} from '../../protocol/runtime.js';
import {RUNTIME_FOLDER, urlExpression} from './bundle.js';

const MODULE = 'virtual:runtime';
const RESOLVED = `\0${MODULE}`;

/** Where the dev server has the runtime. */
const DEV_PREFIX = '/@runtime/';

/**
 * The Django runtime and `virtual:runtime`, which holds its manifest, so that no file of it waits
 * for another. The dev server makes it when it starts and again when our Python changes; a build
 * puts it beside the package.
 */
export function runtimeFiles(): Plugin {
  let isBuild = false;
  return {
    name: 'runtime-files',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: source => (source === MODULE ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      // All modules of a build lie in one folder, so that each has the runtime beside it. Each file
      // has an expression of its own, by which a bundler that takes the package in finds it.
      const folder = isBuild ? `./${RUNTIME_FOLDER}` : DEV_PREFIX;
      const manifest = await buildRuntime();
      const files = filesToLoad(manifest).map(
        ({url}) => `${JSON.stringify(url)}: ${urlExpression(folder + url)}`,
      );
      return `export const manifest = ${JSON.stringify(manifest)};
const files = {${files.join(', ')}};
export const locate = name => files[name] ?? name;`;
    },
    async configureServer(server) {
      server.middlewares.use(serveRuntime);
      await buildRuntime();
      rebuildOnChange(server);
    },
    async writeBundle({dir}) {
      if (dir) await copyRuntime(await buildRuntime(), join(dir, RUNTIME_FOLDER));
    },
  };
}

/** Copy what a manifest names, and nothing that an older build left behind. */
async function copyRuntime(manifest: RuntimeManifest, folder: string): Promise<void> {
  for (const path of filesOf(manifest)) await cp(join(RUNTIME, path), join(folder, path));
}

const serveRuntime: Connect.NextHandleFunction = (request, response, next) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (!path.startsWith(DEV_PREFIX)) return next();
  sendFile(request, response, join(RUNTIME, path.slice(DEV_PREFIX.length))).catch(() => {
    response.writeHead(404).end('The runtime has no such file.');
  });
};

function rebuildOnChange(server: ViteDevServer): void {
  let last: Promise<void> = Promise.resolve();
  const rebuild = async () => {
    try {
      await buildRuntime();
      const {moduleGraph} = server.environments.client;
      const module = moduleGraph.getModuleById(RESOLVED);
      if (module) moduleGraph.invalidateModule(module);
      server.ws.send({type: 'full-reload'});
    } catch (error) {
      server.config.logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  server.watcher.add(PYTHON);
  server.watcher.on('all', (_event, path) => {
    // One after the other: each sees all that changed before it began.
    if (path.startsWith(PYTHON) && !path.includes('__pycache__')) last = last.then(rebuild);
  });
}
