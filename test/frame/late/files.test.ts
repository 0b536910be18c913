import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import type {File} from '../../page/tiny-site.js';
import {picture, run} from './site-output.js';

const js = (text: string): File => [text, 'text/javascript'];

describe('a script added by a script', () => {
  it('runs, knows its address, and tells when it has', async () => {
    const {said} = await run(
      `globalThis.seen = [];
       const script = document.createElement('script');
       script.src = 'late.js';
       document.head.append(script);
       seen.push(await told(script, 'load', 'error'), script.getAttribute('src'));
       return seen`,
      {'/polls/late.js': js('seen.push(document.currentScript.src)')},
    );
    assert.deepEqual(said, [`${SITE_ORIGIN}/polls/late.js`, 'load', 'late.js']);
  });

  it('runs in order where it is to', async () => {
    const {said} = await run(
      `globalThis.seen = [];
       const loads = ['/1.js', '/2.js', '/3.js'].map(src => {
         const script = Object.assign(document.createElement('script'), {src, async: false});
         document.body.append(script);
         return told(script, 'load');
       });
       await Promise.all(loads);
       return seen`,
      {'/1.js': js('seen.push(1)'), '/2.js': js('seen.push(2)'), '/3.js': js('seen.push(3)')},
    );
    assert.deepEqual(said, [1, 2, 3]);
  });

  it('is not asked for before it is in the document, nor where it is a text', async () => {
    const {said, asked} = await run(
      `const script = document.createElement('script');
       script.setAttribute('src', '/1.js');
       const template = Object.assign(document.createElement('script'), {type: 'text/template', src: '/2.js'});
       document.body.append(template);
       const missing = Object.assign(document.createElement('script'), {src: '/missing.js'});
       document.body.append(missing);
       return told(missing, 'load', 'error')`,
      {'/1.js': js(''), '/2.js': js('')},
    );
    assert.equal(said, 'error');
    assert.deepEqual(asked, ['script /missing.js']);
  });

  it('runs of a fragment, but not of markup', async () => {
    const {said, asked} = await run(
      `globalThis.seen = [];
       document.body.insertAdjacentHTML('beforeend', '<script src=/1.js></scr' + 'ipt>');
       const fragment = document.createRange().createContextualFragment('<script src=/2.js></scr' + 'ipt>');
       const script = fragment.firstChild;
       document.body.append(fragment);
       await told(script, 'load', 'error');
       return seen`,
      {'/1.js': js('seen.push(1)'), '/2.js': js('seen.push(2)')},
    );
    assert.deepEqual(said, [2]);
    assert.deepEqual(asked, ['script /2.js']);
  });
});

describe('a stylesheet added by a script', () => {
  const files = {
    '/s/a.css': ['@import "b.css"; p { background: url(dot.svg) }', 'text/css'] as File,
    '/s/b.css': ['p { width: 77px }', 'text/css'] as File,
    '/s/dot.svg': picture(5),
    '/polls/dot.svg': picture(5),
  };
  const look = `const p = document.querySelector('p');
    const width = () => getComputedStyle(p).width;
    const image = () => getComputedStyle(p).backgroundImage.slice(0, 9);`;

  it('applies with what it imports', async () => {
    const {said} = await run(
      `${look}
       const link = Object.assign(document.createElement('link'), {href: '/s/a.css', rel: 'stylesheet'});
       document.head.append(link);
       return [await told(link, 'load', 'error'), width(), image(), link.href]`,
      files,
      '<p>',
    );
    assert.deepEqual(said, ['load', '77px', 'url("data', `${SITE_ORIGIN}/s/a.css`]);
  });

  it('comes by markup', async () => {
    const {said} = await run(
      `${look}
       document.body.insertAdjacentHTML('beforeend', '<link rel=stylesheet href=/s/b.css><style>p { background: url(dot.svg) }</style>');
       await until(() => width() === '77px' && image() === 'url("data');
       return document.body.lastChild.textContent.includes('dot.svg')`,
      files,
      '<p>',
    );
    assert.isFalse(said);
  });

  it('can be a rule, a style of an element or one for shadow roots', async () => {
    const {said} = await run(
      `${look}
       p.style.backgroundImage = 'url(/s/dot.svg)';
       await until(() => image() === 'url("blob');
       p.style.backgroundImage = '';
       const style = document.head.appendChild(document.createElement('style'));
       style.sheet.insertRule('p { background: url(/s/dot.svg) }', 0);
       await until(() => image() === 'url("data');
       style.remove();
       const sheet = new CSSStyleSheet();
       document.adoptedStyleSheets = [sheet];
       sheet.replaceSync('p { background: url(/s/dot.svg) }');
       await until(() => image() === 'url("data');
       return violations.length`,
      files,
      '<p>',
    );
    assert.isAtMost(said as number, 3);
  });
});

describe('a worker of the site', () => {
  for (const type of ['classic', 'module']) {
    it(`works, and gets what was said before it was there: a ${type} one`, async () => {
      const {said} = await run(
        `const heard = worker => new Promise(resolve => {
           worker.onmessage = ({data}) => resolve(data);
           worker.onerror = () => resolve('error');
         });
         const worker = new Worker('/work.js', {type: '${type}'});
         worker.postMessage(20);
         return [await heard(worker), worker instanceof Worker, await heard(new Worker('/none.js'))]`,
        {'/work.js': js('onmessage = ({data}) => postMessage(data + 1)')},
      );
      assert.deepEqual(said, [21, true, 'error']);
    });
  }
});

describe('a sound or film set by a script', () => {
  it('can be played and sought in', async () => {
    const {said} = await run(
      `const audio = new Audio('/media/s.wav');
       await told(audio, 'loadedmetadata', 'error');
       audio.currentTime = 1.5;
       await told(audio, 'seeked');
       return [audio.src, audio.currentSrc, audio.duration, audio.currentTime]`,
      {'/media/s.wav': [wav(), 'audio/wav']},
    );
    const url = `${SITE_ORIGIN}/media/s.wav`;
    assert.deepEqual(said, [url, url, 2, 1.5]);
  });

  it('comes by markup with sources', async () => {
    const {said} = await run(
      `document.body.innerHTML = '<audio><source src=/none.wav><source src=/media/s.wav></audio>';
       const audio = document.querySelector('audio');
       await told(audio, 'loadedmetadata');
       return audio.currentSrc`,
      {'/media/s.wav': [wav(), 'audio/wav']},
    );
    assert.equal(said, `${SITE_ORIGIN}/media/s.wav`);
  });
});

/** Two seconds of silence. */
function wav(rate = 8000, length = 2 * rate): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + length).fill(128, 44);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) =>
    new TextEncoder().encode(text).forEach((byte, i) => view.setUint8(at + i, byte));
  write(0, 'RIFF');
  view.setUint32(4, 36 + length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, length, true);
  return bytes;
}
