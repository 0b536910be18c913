import {join} from 'node:path';
import type {Plugin} from 'vite';
import {ROOT} from '../paths.js';
import {bundleSelfContained} from './self-contained.js';

const LIBRARY = /\/demo\/libraries\/([\w-]+)\.js$/;

/** The dev server has each of the demo's libraries as one file. */
export function demoLibraries(): Plugin {
  return {
    name: 'demo-libraries',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const {pathname} = new URL(request.url ?? '/', 'http://localhost');
        bundleLibrary(pathname).then(code => {
          if (code === undefined) return next();
          response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
          response.end(code);
        }, next);
      });
    },
  };
}

/** @returns a library of the demo as one module; `undefined` where the path is none's. */
export async function bundleLibrary(path: string): Promise<string | undefined> {
  const [, name] = LIBRARY.exec(path) ?? [];
  if (name === undefined) return undefined;
  const entry = join(ROOT, 'demo', 'libraries', `${name}.js`);
  const {code} = await bundleSelfContained({entry, format: 'module', minify: true});
  return code;
}
