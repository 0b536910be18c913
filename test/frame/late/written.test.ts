import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import type {File} from '../../page/tiny-site.js';
import {run} from './site-output.js';

const js = (text: string): File => [text, 'text/javascript'];

const FILES = {
  '/loader.js': js(
    `document.write('<script src="/1.js"></script><script>seen.push("inline")</script>')`,
  ),
  '/chain.js': js(
    `seen.push('chain'); document.write("<script src='/1.js?a&amp;b'></scr" + "ipt><b id=b></b>")`,
  ),
  '/1.js?a&b': js(
    'seen.push("1?", document.querySelector("#after"), document.querySelector("#b"))',
  ),
  '/1.js': js('seen.push("1", document.readyState)'),
  '/a.css': ['p { width: 77px }', 'text/css'] as const,
};

/** A script in a document that is all there; its tags are written as a script may have them. */
function later(script: string): string {
  return `await told(window, 'load'); await new Promise(resolve => setTimeout(resolve, 0)); ${script.replaceAll('</script>', "</scr' + 'ipt>")}`;
}

describe('a document that a script writes anew', () => {
  it('has the site’s scripts and stylesheets, in their order', async () => {
    const {said} = await run(
      later(`globalThis.seen = [];
       document.open();
       document.write('<link rel=stylesheet href=/a.css><p>Written</p><script src=/1.js></script>');
       document.write('<script>seen.push("2")</script>');
       document.close();
       history.replaceState({}, '', '/other/');
       await told(window, 'load');
       const {width} = getComputedStyle(document.querySelector('p'));
       return [...seen, width, document.baseURI]`),
      FILES,
    );
    assert.deepEqual(said, ['1', 'loading', '2', '77px', `${SITE_ORIGIN}/other/`]);
  });

  it('is there at once where it names no files', async () => {
    const {said} = await run(
      later(`document.open();
       document.write('<p>Wri', 'tten</p>');
       document.writeln('<b>on</b>');
       const text = document.querySelector('p').textContent + document.querySelector('b').textContent;
       document.close();
       return text`),
      FILES,
    );
    assert.equal(said, 'Writtenon');
  });

  it('comes too where it is never closed, and not where another is begun', async () => {
    const {said} = await run(
      later(`globalThis.seen = [];
       document.write('<script src=/1.js></script>');
       document.close();
       document.open();
       document.write('<p>Other</p><script src=/1.js></script>');
       await told(window, 'load');
       return [seen, document.querySelector('p').textContent]`),
      FILES,
    );
    assert.deepEqual(said, [['1', 'loading'], 'Other']);
  });
});

/** A document whose scripts, and what they write, say one after the other that they run. */
function first(markup: string): ReturnType<typeof run> {
  const begin = '<script>globalThis.seen = []</script>';
  return run(`await told(window, 'load'); return seen`, FILES, begin + markup);
}

describe('what a script writes into the document it is in', () => {
  it('runs before what follows, the site’s own scripts included', async () => {
    const {said} = await first(
      `<script>
         document.write('<p id=p></p><script', ' src="/1.js"></scr' + 'ipt><i></i>');
         document.write('<script>seen.push("second", !!document.querySelector("i"))</scr' + 'ipt>');
         document.close();
         seen.push(document.querySelectorAll('p, i, #after').length);
       </script>
       <script>seen.push('next', document.readyState)</script><b id=after></b>`,
    );
    assert.deepEqual(said, [1, '1', 'loading', 'second', true, 'next', 'loading']);
  });

  it('runs in order from a file, and from a file that was written', async () => {
    const {said} = await first(
      `<script src=/loader.js></script><script>seen.push('next')</script>
       <script>document.write('<script src=/chain.js></scr' + 'ipt><script>seen.push("on")</scr' + 'ipt>')</script>
       <b id=after></b><script>seen.push('last')</script>`,
    );
    const chain = ['chain', '1?', null, null, 'on', 'last'];
    assert.deepEqual(said, ['1', 'loading', 'inline', 'next', ...chain]);
  });

  it('waits for a script before that is a file of its own', async () => {
    const {said} = await first(
      `<script src=/1.js onload="seen.push('loaded')"></script>
       <script src=/none.js onerror="seen.push('none')"></script>
       <script>document.write('<script src=/chain.js></scr' + 'ipt>')</script>
       <b id=after></b><script>seen.push('last')</script>`,
    );
    assert.deepEqual(said, ['1', 'loading', 'loaded', 'none', 'chain', '1?', null, null, 'last']);
  });

  it('is there at once where it names no script of the site', async () => {
    const {said} = await first(
      `<script>
         document.write('<p>Here</p><script>seen.push("inline")</scr' + 'ipt>');
         seen.push(document.querySelector('p').textContent);
       </script>`,
    );
    assert.deepEqual(said, ['inline', 'Here']);
  });
});
