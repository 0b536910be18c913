/** Test files and sources, served to @web/test-runner by the project's own Vite configuration. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {createServer} from 'vite';
import type {Engine} from './browsers.js';
import {svelte} from './svelte.js';
import {unwatched} from './unwatched.js';

/** As much of a Koa context as is used here. */
interface Context {
  readonly path: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  respond?: boolean | undefined;
}

/** What imports modules that are none yet. */
const CLASSIC = ['axe-core', '@renovatebot/pep440', 'eslint-scope'];

/** What the tests of frameworks take of them. */
const FRAMEWORKS = [
  'react',
  'react-dom',
  'react-dom/client',
  'vue',
  'svelte',
  'svelte/store',
  'svelte/internal/client',
  'svelte/internal/disclose-version',
];

type Middleware = (context: Context, next: () => Promise<unknown>) => Promise<unknown>;

/**
 * Starts Vite without a port of its own.
 *
 * @param root the repository's root; addresses of test files are relative to it.
 * @param engines that it serves.
 * @param watch whether sources may change while it runs.
 */
export async function viteMiddleware(
  root: string,
  engines: readonly Engine[],
  watch: boolean,
): Promise<Middleware> {
  const vite = await createServer({
    root,
    appType: 'custom',
    plugins: [!watch && unwatched(), svelte()],
    // One that runs at the same time for another engine has dependencies of its own.
    cacheDir: `${root}/.cache/vite-test-${engines.join('-')}`,
    // A dependency that is found late and bundled anew would reload the page under a test.
    optimizeDeps: {noDiscovery: true, include: [...CLASSIC, ...FRAMEWORKS]},
    server: {middlewareMode: true, hmr: false, ws: false},
  });
  return (context, next) => {
    if (isRunnersOwn(context.path)) return next();
    return new Promise((resolve, reject) => {
      context.respond = false;
      // Koa starts from 404, Vite from what it was given.
      context.res.statusCode = 200;
      context.res.once('close', resolve);
      vite.middlewares(context.req, context.res, (error?: Error) => {
        context.respond = true;
        context.res.statusCode = 404;
        if (error) reject(error);
        else next().then(resolve, reject);
      });
    });
  };
}

/** The runner's page, its commands and its test framework, which are no modules of ours. */
function isRunnersOwn(path: string): boolean {
  return (
    path === '/' ||
    path.startsWith('/__web-') ||
    path.startsWith('/__wds-') ||
    path.startsWith('/node_modules/@web/')
  );
}
