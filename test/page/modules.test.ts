import {assert} from 'chai';
import {toDocument} from '../../src/page/index.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {type File, respond, serve} from './tiny-site.js';

const URL = `${SITE_ORIGIN}/polls/`;

/** Modules by path; they `say` something to the page around the frame. */
function scripts(texts: Record<string, string>): Record<string, File> {
  return Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, [text, 'text/javascript']]),
  );
}

/** What the scripts of a page say, run in a frame of opaque origin, up to `end`. */
async function run(html: string, files: Record<string, File>): Promise<unknown[]> {
  const {fetchAsset} = serve(files);
  const say = `<script>window.say = what => parent.postMessage(what, '*')</script>`;
  const page = await toDocument(respond(`<!DOCTYPE html>${say}${html}`), fetchAsset, {url: URL});
  assert(page.kind === 'document');
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.srcdoc = page.html;
  const said: unknown[] = [];
  await new Promise<void>(resolve => {
    window.addEventListener('message', function listen({source, data}) {
      if (source !== frame.contentWindow) return;
      if (data !== 'end') return said.push(data);
      window.removeEventListener('message', listen);
      return resolve();
    });
    document.body.append(frame);
  });
  frame.remove();
  return said;
}

describe('a module of the site', () => {
  it('imports others, relative to itself', async () => {
    const said = await run('<script type=module src=/static/js/a.js></script>', {
      ...scripts({
        '/static/js/a.js':
          'import b, {c} from "./lib/b.js"; import "../d.js"; say(b + c); say("end")',
        '/static/js/lib/b.js': 'export {c} from "/static/c.js"; export default "b"',
        '/static/c.js': 'export const c = "c"',
        '/static/d.js': 'say("d")',
      }),
    });
    assert.deepEqual(said, ['d', 'bc']);
  });

  it('comes in a shadow root of the markup too', async () => {
    const said = await run(
      `<div><template shadowrootmode=open><p><script type=module src=/static/a.js></script></template></div>`,
      scripts({
        '/static/a.js':
          'import "./b.js"; say(document.querySelector("div").shadowRoot.firstChild.localName); say("end")',
        '/static/b.js': 'say("b")',
      }),
    );
    assert.deepEqual(said, ['b', 'p']);
  });

  it('is one, however many import it, and may be imported in a circle', async () => {
    const said = await run(
      `<script type=module src=/a.js></script><script type=module src=/b.js></script>
       <script type=module>import {a} from './../a.js'; import {b} from '/b.js'; say(a() + b()); say('end')</script>`,
      scripts({
        '/a.js':
          'import {b} from "./b.js"; say("a runs"); export const a = () => "a"; export const ab = () => b()',
        '/b.js':
          'import {ab} from "./a.js"; say("b runs"); export const b = () => "b"; export const deep = () => ab()',
      }),
    );
    assert.deepEqual(said, ['b runs', 'a runs', 'ab']);
  });

  it('is found by the page’s import map', async () => {
    const map = {
      imports: {
        app: '/static/app.js',
        'lib/': './lib/',
        gone: '/gone.js',
        cdn: 'https://example.com/x.js',
      },
    };
    const said = await run(
      `<script type=importmap>${JSON.stringify(map)}</script>
       <script type=module>import app from 'app'; say(app); say('end')</script>`,
      scripts({
        '/static/app.js': 'import {x} from "lib/x.js"; export default x',
        '/polls/lib/x.js': 'export const x = "x"',
      }),
    );
    assert.deepEqual(said, ['x']);
  });

  it('is imported when it is needed', async () => {
    const said = await run(
      `<script type=module src=/a.js></script>`,
      scripts({
        '/a.js': `const {b} = await import('./b.js'); say(b); say(import.meta.url); say('end')`,
        '/b.js': 'export const b = "b"',
      }),
    );
    assert.deepEqual(said, ['b', `${SITE_ORIGIN}/a.js`]);
  });

  it('is imported by a classic script too', async () => {
    const said = await run(
      `<script>import('/b.js').then(({b}) => { say(b); say('end') })</script>`,
      scripts({'/b.js': 'export const b = "b"'}),
    );
    assert.deepEqual(said, ['b']);
  });

  it('may be a stylesheet’s or data’s neighbour, and lack something', async () => {
    const said = await run(`<script type=module src=/a.js></script>`, {
      ...scripts({'/a.js': `try { await import('./gone.js') } catch { say('gone') } say('end')`}),
      '/data.json': ['{}', 'application/json'],
    });
    assert.deepEqual(said, ['gone']);
  });

  it('is left for the browser to complain about where it is none', async () => {
    const said = await run(
      `<script>addEventListener('error', ({message}) => { say(/SyntaxError/.test(message)); say('end') })</script>
       <script type=module src=/a.js></script>`,
      scripts({'/a.js': 'import {'}),
    );
    assert.deepEqual(said, [true]);
  });
});
