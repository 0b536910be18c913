import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import type {Connect, Plugin} from 'vite';
import {ROOT} from '../paths.js';

/** The demo's pages, relative to the repository's root, which is what the dev server serves. */
export const DEMO_PATH = '/demo/';

/** Folders beside the pages are the sites they show, whose files are not the page's own, but two. */
const SITE_FILE = /^\/demo\/(?!hosts\/|tutorial\/(?!packages\/))[\w-]+\/[\w./-]+$/;

/** The dev server's front page is the demo's, and a site's files come as they are. */
export function demoAddress(): Plugin {
  return {
    name: 'demo-address',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== '/') return next();
        response.writeHead(302, {Location: DEMO_PATH}).end();
      });
      server.middlewares.use(serveSiteFiles);
    },
  };
}

/** Vite would make modules of stylesheets and put a script of its own into templates. */
const serveSiteFiles: Connect.NextHandleFunction = (request, response, next) => {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost');
  if (!SITE_FILE.test(pathname)) return next();
  response.setHeader('Cache-Control', 'no-cache');
  createReadStream(join(ROOT, pathname))
    .on('error', () => {
      response.statusCode = 404;
      response.end('The demo has no such file.');
    })
    .pipe(response);
};
