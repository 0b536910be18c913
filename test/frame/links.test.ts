import {assert} from 'chai';
import type {FrameEvent} from '../../src/frame/index.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {makeOutput} from './output.js';

const HERE = '/polls/?page=2';

/**
 * The page around a link: it acts, then follows a link to `/end/`, or to `/left/` where the browser
 * itself has begun to go elsewhere. What comes of an act takes two tasks at most, each set by the one
 * before, and of tasks that are set so those set later run later.
 */
function page(html: string, act: string): string {
  return `<!DOCTYPE html><title>Links</title><body>${html}<a id=end href=/end/>End</a><script>
    const go = document.querySelector('#go');
    const mouse = (type, init, target = go) => target.dispatchEvent(
      new MouseEvent(type, {bubbles: true, cancelable: true, composed: true, ...init}));
    const end = document.querySelector('#end');
    const {setTimeout} = window;
    const afterTasks = (count, last) =>
      setTimeout(() => count > 1 ? afterTasks(count - 1, last) : last(), 0);
    addEventListener('beforeunload', () => end.href = '/left/');
    onload = () => {
      ${act};
      afterTasks(4, () => end.click());
    };
  </script>`;
}

/** What comes of a page, up to the link to `/end/`: one line for each event. */
async function follow(html: string, act = 'go.click()', here = HERE): Promise<string[]> {
  const {take, show, remove} = makeOutput();
  await show(page(html, act), {url: SITE_ORIGIN + here});
  const lines: string[] = [];
  let line = describeEvent(await take());
  while (!/^GET \/(?:end|left)\//.test(line)) {
    if (line !== '') lines.push(line);
    line = describeEvent(await take());
  }
  if (line.startsWith('GET /left/')) lines.push('left by the browser itself');
  remove();
  return lines;
}

function describeEvent(event: FrameEvent): string {
  if (event.kind === 'external') return `external ${event.url}`;
  if (event.kind === 'reveal') return `reveal ${event.url}`;
  if (event.kind === 'refused') return 'refused';
  if (event.kind === 'entry') return `entry ${path(event.entry.url)}`;
  if (event.kind !== 'navigate' && event.kind !== 'open') return '';
  if (!event.navigation) return '';
  const {method, url, referrer, download} = event.navigation;
  const from = referrer === null ? '' : ` from ${path(referrer)}`;
  const saved = download === undefined ? '' : ` save as “${download}”`;
  return `${method} ${path(url)}${from}${saved}${event.kind === 'open' ? inWindow(event) : ''}`;
}

function inWindow({window: {name, hasOpener}}: Extract<FrameEvent, {kind: 'open'}>): string {
  return ` in ${name === '' ? 'a new window' : name}${hasOpener ? ' with opener' : ''}`;
}

function path(url: string): string {
  return url.slice(SITE_ORIGIN.length);
}

describe('a link in the output', () => {
  const vote = `GET /vote/ from ${HERE}`;
  const inNew = `${vote} in a new window`;
  const cases: [html: string, lines: string[], act?: string][] = [
    ['<a id=go href=/vote/>x</a>', [vote]],
    ['<a id=go href="../vote/">x</a>', [vote]],
    ['<a id=go href="?page=3">x</a>', [`GET /polls/?page=3 from ${HERE}`]],
    ['<a id=go href="">x</a>', [`GET ${HERE} from ${HERE}`]],
    ['<a id=go href="/é/#ä">x</a>', [`GET /%C3%A9/#%C3%A4 from ${HERE}`]],
    [`<a id=go href="${SITE_ORIGIN}/vote/">x</a>`, [vote]],
    ['<base href=/app/><a id=go href=vote/>x</a>', [`GET /app/vote/ from ${HERE}`]],
    ['<a href=/vote/><b id=go>x</b></a>', [vote]],
    ['<a id=go href=/vote/ rel="nofollow noreferrer">x</a>', ['GET /vote/']],
    ['<a id=go href=/vote/ referrerpolicy=no-referrer>x</a>', ['GET /vote/']],
    ['<a id=go>x</a>', []],
    ['<a id=go href="http://">x</a>', []],
    ['<map name=m><area id=go href=/vote/></map><img usemap=#m>', [vote]],
    ['<svg><a href=/vote/><text id=go>x</text></a></svg>', [vote], "mouse('click')"],
    ['<svg><a xlink:href=/vote/><text id=go>x</text></a></svg>', [vote], "mouse('click')"],
    ['<div contenteditable><a id=go href=/vote/>x</a></div>', []],

    // Where it opens
    ['<a id=go href=/vote/ target=_BLANK>x</a>', [inNew]],
    ['<a id=go href=/vote/ target=_blank rel=opener>x</a>', [`${inNew} with opener`]],
    ['<a id=go href="#x" target=_blank>x</a>', [`GET ${HERE}#x from ${HERE} in a new window`]],
    ['<a id=go href=/vote/ target=_self>x</a>', [vote]],
    ['<a id=go href=/vote/ target=_parent>x</a>', [vote]],
    ['<a id=go href=/vote/ target=_top>x</a>', [vote]],
    ['<a id=go href=/vote/ target=other>x</a>', [`${vote} in other with opener`]],
    ['<a id=go href=/vote/ target=other rel=noopener>x</a>', [`${vote} in other`]],
    ['<base target=_blank><a id=go href=/vote/>x</a>', [inNew]],
    ['<base target=_blank><a id=go href=/vote/ target=_self>x</a>', [vote]],
    ['<a id=go href=/vote/>x</a>', [inNew], "mouse('click', {ctrlKey: true})"],
    ['<a id=go href=/vote/>x</a>', [inNew], "mouse('click', {metaKey: true})"],
    ['<a id=go href=/vote/>x</a>', [inNew], "mouse('click', {shiftKey: true})"],
    ['<a id=go href=/vote/>x</a>', [inNew], "mouse('auxclick', {button: 1})"],
    ['<a id=go href=/vote/>x</a>', [], "mouse('auxclick', {button: 2})"],
    [
      '<a id=go href=/vote/>x</a>',
      [inNew],
      "go.dispatchEvent(new MouseEvent('click', {ctrlKey: true}))",
    ],
    ['<a id=go href=/vote/>x</a>', [vote], "go.dispatchEvent(new MouseEvent('click'))"],
    [
      '<a id=go href=/vote/ onclick="event.stopPropagation()">x</a>',
      [vote],
      "go.dispatchEvent(new MouseEvent('click'))",
    ],

    // Elsewhere
    ['<a id=go href="https://example.com/x">x</a>', ['external https://example.com/x']],
    ['<a id=go href="//example.com">x</a>', ['external http://example.com/']],
    [
      '<a id=go href="https://playground.localhost/">x</a>',
      ['external https://playground.localhost/'],
    ],
    ['<a id=go href="https://example.com/" target=_blank>x</a>', ['external https://example.com/']],
    ['<a id=go href="mailto:a@example.com">x</a>', ['external mailto:a@example.com']],
    ['<a id=go href="tel:+41">x</a>', ['external tel:+41']],
    [
      '<a id=go href="django-playground-file:/polls/views.py?line=5">x</a>',
      ['reveal django-playground-file:/polls/views.py?line=5'],
    ],
    ['<a id=go href="ftp://example.com/">x</a>', ['refused']],
    ['<a id=go href="data:text/html,x">x</a>', ['refused']],
    [
      '<a id=go href="javascript:void document.querySelector(`#other`).click()">x</a><a id=other href=/vote/></a>',
      [vote],
    ],

    // Downloads
    ['<a id=go href=/vote/ download>x</a>', [`${vote} save as “”`]],
    ['<a id=go href=/vote/ download="a b.csv">x</a>', [`${vote} save as “a b.csv”`]],
    ['<a id=go href="#x" download>x</a>', [`GET ${HERE}#x from ${HERE} save as “”`]],
    ['<a id=go href="https://example.com/" download>x</a>', ['external https://example.com/']],

    // Handlers
    ['<a id=go href=/vote/ onclick="return false">x</a>', []],
    ['<a id=go href=/vote/ onclick="event.preventDefault()">x</a>', []],
    ['<a id=go href=/vote/ onclick="event.stopPropagation()">x</a>', [vote]],
    ['<a id=go href=/vote/ onclick="event.stopPropagation(); return false">x</a>', []],
    ['<a id=go href=/vote/ onclick="event.stopImmediatePropagation()">x</a>', [vote]],
    [
      '<a id=go href=/vote/ onclick="event.stopImmediatePropagation(); event.preventDefault()">x</a>',
      [],
    ],
    [
      '<a id=go href=/vote/>x</a>',
      [],
      'document.onclick = () => false; go.click(); document.onclick = null',
    ],
    [
      '<a id=go href=/vote/>x</a>',
      [],
      "addEventListener('click', event => event.preventDefault(), {once: true}); go.click()",
    ],
    [
      '<a id=go href=/vote/>x</a>',
      [vote],
      "document.addEventListener('click', event => event.stopPropagation(), {once: true, capture: true}); go.click()",
    ],
    ['<a id=go href=/no/ onclick="this.href = `/vote/`">x</a>', [vote]],
    [
      '<a id=go href=/no/ onclick="this.remove(); document.querySelector(`#other`).click()">x</a><a id=other href=/vote/></a>',
      [`GET /no/ from ${HERE}`],
    ],

    // Scripts
    ['', [vote], "const link = document.createElement('a'); link.href = '/vote/'; link.click()"],
    ['<a id=go href=/one/>x</a><a id=two href=/vote/>y</a>', [vote], 'go.click(); two.click()'],
    [
      '<x-host></x-host>',
      [vote],
      "const root = document.querySelector('x-host').attachShadow({mode: 'open'}); root.innerHTML = '<a href=/vote/>x</a>'; root.firstChild.click()",
    ],
    [
      '<x-host></x-host>',
      [vote],
      "const root = document.querySelector('x-host').attachShadow({mode: 'closed'}); root.innerHTML = '<a href=/vote/><b>x</b></a>'; mouse('click', {}, root.querySelector('b'))",
    ],
    [
      '<x-host><template shadowrootmode=open><a href=/vote/>x</a></template></x-host>',
      [vote],
      "document.querySelector('x-host').shadowRoot.querySelector('a').click()",
    ],
    [
      '<a id=go href=/vote/>x</a>',
      [vote],
      `EventTarget.prototype.addEventListener = Element.prototype.getAttribute = Event.prototype.composedPath =
       Event.prototype.preventDefault = MessagePort.prototype.postMessage = window.URL = window.setTimeout = window.JSON =
       () => { throw new Error('replaced'); }; go.click()`,
    ],
  ];
  for (const [html, lines, act] of cases) {
    it(`leads where a browser would go: ${html}${act === undefined ? '' : ` ${act}`}`, async () => {
      assert.deepEqual(await follow(html, act), lines);
    });
  }
});
