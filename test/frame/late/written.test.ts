import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import type {File} from '../../page/tiny-site.js';
import {run} from './site-output.js';

const js = (text: string): File => [text, 'text/javascript'];

const FILES = {
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
