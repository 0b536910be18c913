/** The admin of the site, asked by a script. */
import type {DjangoPlayground} from '../../../src/index.js';

const LOGIN = '/admin/login/';

/** Log in as the superuser of the demo; the output shares the cookies. */
export async function logIn(playground: DjangoPlayground): Promise<void> {
  const form = await (await playground.request(LOGIN)).text();
  const [, token = ''] = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(form) ?? [];
  const body = new URLSearchParams({
    csrfmiddlewaretoken: token,
    username: 'admin',
    password: 'admin',
    next: '/admin/',
  });
  const response = await playground.request(LOGIN, {method: 'POST', body});
  const text = await response.text();
  if (!text.includes('Site administration')) throw new Error('The superuser could not log in.');
}

/**
 * How long Django takes for the static files that a page names, asked one after the other;
 * milliseconds, the way there and back included.
 */
export async function askStaticFiles(playground: DjangoPlayground, path: string): Promise<number> {
  const html = await (await playground.request(path)).text();
  const document = new DOMParser().parseFromString(html, 'text/html');
  const elements = document.querySelectorAll('link[href], script[src], img[src]');
  const names = [...elements].map(each => each.getAttribute('href') ?? each.getAttribute('src'));
  const files = new Set(names.filter(name => name?.startsWith('/static/')));
  if (files.size === 0) throw new Error(`${path} has no static files.`);
  const start = performance.now();
  for (const file of files) {
    const {ok, status} = await playground.request(file ?? '');
    if (!ok) throw new Error(`${file} could not be had: ${status}.`);
  }
  return performance.now() - start;
}
