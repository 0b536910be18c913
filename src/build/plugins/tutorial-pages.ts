import type {Connect, Plugin} from 'vite';
import type {Addresses} from '../tutorial.js';

/** Where the tutorial is on the dev server. */
const PLACE = '/demo/tutorial';

const ADDRESSES: Addresses = {
  playground: '../../src/index.ts',
  playgroundStyle: '../../src/django-playground.css',
  demoStyle: '../demo.css',
  icon: '../icon.svg',
};

/** The dev server has the tutorial's pages, made anew each time one is asked for. */
export function tutorialPages(): Plugin {
  return {
    name: 'tutorial-pages',
    configureServer(server) {
      server.middlewares.use(servePage);
    },
  };
}

const servePage: Connect.NextHandleFunction = (request, response, next) => {
  const {pathname, search} = new URL(request.url ?? '/', 'http://localhost');
  const [, address] = /^\/demo\/tutorial(\/(?:[\w-]+\/)?)$/.exec(pathname) ?? [];
  if (pathname === PLACE) {
    response.writeHead(302, {Location: `${PLACE}/${search}`}).end();
  } else if (address === undefined) {
    next();
  } else {
    makePage(address).then(html => {
      response.writeHead(html === undefined ? 404 : 200, {
        'Content-Type': 'text/html; charset=utf-8',
      });
      response.end(html ?? 'The tutorial has no such page.');
    }, next);
  }
};

/** The generator is loaded once somebody reads the tutorial: most never do. */
async function makePage(address: string): Promise<string | undefined> {
  const {readTutorial} = await import('../tutorial.js');
  return (await readTutorial(ADDRESSES)).get(address);
}
