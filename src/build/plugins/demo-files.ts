import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'vite';
import {DEMO_PATH} from './demo-address.js';

/** What the dev server would make modules or pages of its own of. */
const CHANGED_BY_VITE = /\.(?:css|js|html)$/;

/**
 * The files of the demo's sites, just as they are: to Django a stylesheet is a stylesheet, and a
 * template is not a page. They lie in folders; the demo's own pages do not.
 */
export function demoFiles(): Plugin {
  return {
    name: 'demo-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const {pathname} = new URL(request.url ?? '/', 'http://localhost');
        const [, inside = ''] = pathname.split(DEMO_PATH);
        const isOfSite = pathname.startsWith(DEMO_PATH) && /^[\w./-]+\/[\w.-]+$/.test(inside);
        if (!isOfSite || !CHANGED_BY_VITE.test(inside)) return next();
        readFile(join(server.config.root, pathname)).then(
          bytes =>
            response.writeHead(200, {'Content-Type': 'text/plain; charset=utf-8'}).end(bytes),
          () => response.writeHead(404).end(),
        );
      });
    },
  };
}
