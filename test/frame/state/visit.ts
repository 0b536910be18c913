import {assert} from 'chai';
import {Browser, get, type Visit} from '../../../src/browser/index.js';
import {navigationScript} from '../../../src/frame/index.js';
import {type HttpRequest, type HttpResponse, SITE_ORIGIN} from '../../../src/protocol/http.js';
import {until} from '../../setup/until.js';
import {makeDocument, type makeOutput} from '../output.js';

/** What the scripts of these tests have. */
const TOOLS = `
  const tell = value => parent.postMessage(value, '*');
  const log = [];
  const once = (type, target = navigation) =>
    new Promise(resolve => target.addEventListener(type, resolve, {once: true}));
  const soon = () => new Promise(resolve => setTimeout(resolve));
  const pathOf = url => url.slice(location.origin.length);
  const list = () => navigation.entries().map(({url}) => pathOf(url));
  const nameOf = promise => promise.then(() => 'no error', ({name}) => name);
  const record = (...types) => {
    for (const type of types) navigation.addEventListener(type, ({type}) => log.push(type));
  };
`;

/** Opens a page of a site whose pages all have the script, with a browser that keeps its history. */
export async function visit(
  frame: ReturnType<typeof makeOutput>,
  path: string,
  script: string,
  markup = '',
) {
  const html = `<!DOCTYPE html><title>T</title>${markup}<script>${TOOLS}${script}</script>`;
  const asked: HttpRequest[] = [];
  const browser = new Browser({
    send(request: HttpRequest): Promise<HttpResponse> {
      asked.push(request);
      const headers = [['Content-Type', 'text/html']] as const;
      return Promise.resolve({status: 200, headers, body: new Uint8Array(), duration: 0});
    },
  });
  const navigation = await navigationScript();

  async function show(visiting: Promise<Visit | null>): Promise<void> {
    const visited = await visiting;
    if (visited?.kind === 'fragment') {
      frame.output.send({kind: 'entered', place: browser.place});
    } else if (visited?.kind === 'page') {
      browser.commit(visited);
      const {place, trail} = browser;
      const empty = {referrer: '', cookies: [], local: [], session: []};
      const state = {...empty, place, navigation: {...trail, script: navigation}};
      const {url} = visited;
      const shown = frame.output.show(await makeDocument(html, url), {url, state});
      // A document may lead to the next before it is seen.
      await shown.catch((error: unknown) => assert.propertyVal(error, 'name', 'AbortError'));
    }
  }
  async function listen(): Promise<void> {
    for (;;) {
      const event = await frame.take();
      if (event.kind === 'entry') browser.enter(event.entry, event.replaces);
      else if (event.kind === 'kept') browser.keep(event.kept);
      else if (event.kind === 'traverse') void show(browser.traverse(event.delta));
      else if (event.kind === 'navigate') void show(browser.navigate(event.navigation));
    }
  }

  /** The host hears of it a moment later than the test. */
  async function isAt(wanted: string): Promise<void> {
    await until(`the browser is at ${wanted}`, () => browser.url === SITE_ORIGIN + wanted);
  }

  const heard = frame.heard();
  void listen();
  await show(browser.navigate(get(SITE_ORIGIN + path)));
  return {heard, isAt, asked, traverse: (delta: number) => show(browser.traverse(delta))};
}
