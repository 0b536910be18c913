import type {Plugin} from 'vite';

/** The demo's pages, relative to the repository's root, which is what the dev server serves. */
export const DEMO_PATH = '/demo/';

/** The dev server's front page is the demo's. */
export function demoAddress(): Plugin {
  return {
    name: 'demo-address',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== '/') return next();
        response.writeHead(302, {Location: DEMO_PATH}).end();
      });
    },
  };
}
