import {assert} from 'chai';
import {AssetCache, toDocument} from '../../src/page/index.js';
import {type HttpResponse, SITE_ORIGIN} from '../../src/protocol/http.js';
import {dataText, type File, respond, serve} from './tiny-site.js';

const URL = `${SITE_ORIGIN}/polls/1/`;

/** The document made of a page of the site. */
async function open(html: string, files: Record<string, File | HttpResponse> = {}) {
  const site = serve(files);
  const page = await toDocument(respond(html), site.fetchAsset, {url: URL});
  assert(page.kind === 'document');
  const parsed = new DOMParser().parseFromString(page.html, 'text/html');
  const attribute = (selector: string, name: string) =>
    parsed.querySelector(selector)?.getAttribute(name) ?? null;
  return {...site, ...page, parsed, attribute};
}

describe('toDocument', () => {
  const dot: File = ['dot', 'image/png'];
  const DOT = 'data:image/png;base64,ZG90';
  const dots = {'/dot.png': dot, '/polls/1/dot.png': dot, '/polls/dot.png': dot};

  const places: [markup: string, selector: string, attribute: string, asked: string][] = [
    ['<img src=/dot.png>', 'img', 'src', 'image'],
    ['<img src=" dot.png ">', 'img', 'src', 'image'],
    ['<img src="../dot.png">', 'img', 'src', 'image'],
    [`<img src="${SITE_ORIGIN}/dot.png">`, 'img', 'src', 'image'],
    ['<input type=Image src=/dot.png>', 'input', 'src', 'image'],
    ['<video poster=/dot.png></video>', 'video', 'poster', 'image'],
    ['<video src=/dot.png></video>', 'video', 'src', 'video'],
    ['<video><source src=/dot.png></video>', 'source', 'src', 'video'],
    ['<video><track src=/dot.png></video>', 'track', 'src', 'track'],
    ['<audio src=/dot.png></audio>', 'audio', 'src', 'audio'],
    ['<audio><source src=/dot.png></audio>', 'source', 'src', 'audio'],
    ['<embed src=/dot.png>', 'embed', 'src', 'embed'],
    ['<object data=/dot.png></object>', 'object', 'data', 'object'],
    ['<link rel="shortcut icon" href=/dot.png>', 'link', 'href', 'image'],
    ['<link rel=apple-touch-icon href=/dot.png>', 'link', 'href', 'image'],
    ['<link rel=preload as=font href=/dot.png>', 'link', 'href', 'font'],
    ['<svg><image href=/dot.png /></svg>', 'image', 'href', 'image'],
    ['<svg><image xlink:href=/dot.png /></svg>', 'image', 'xlink:href', 'image'],
    ['<svg><filter><feImage href=/dot.png /></filter></svg>', 'feImage', 'href', 'image'],
    ['<table background=/dot.png></table>', 'table', 'background', 'image'],
  ];
  for (const [markup, selector, name, destination] of places) {
    it(`inlines ${markup}`, async () => {
      const {attribute, asked} = await open(`<!doctype html><body>${markup}`, dots);
      assert.equal(attribute(selector, name), DOT);
      assert.match(asked[0] ?? '', new RegExp(`^${destination} /`));
    });
  }

  for (const markup of [
    '<script src=/a.js async></script>',
    '<script src=/a.js type=text/JavaScript defer></script>',
    '<link rel=modulepreload href=/a.js>',
  ]) {
    it(`inlines ${markup}`, async () => {
      const {html, asked} = await open(`<!doctype html><body>${markup}`, {
        '/a.js': ['run()', 'text/javascript'],
      });
      assert.match(html, /data:text\/javascript[^,]*;base64,/);
      assert.deepEqual(asked, ['script /a.js']);
    });
  }

  for (const [markup, names] of [
    ['<script>indexedDB.open("a")</script>', ['databases']],
    ['<script src=/keep.js></script>', ['databases']],
    ['<script>window.navigation?.back(); caches?.keys()</script>', ['databases', 'navigation']],
    ['<script src=/plain.js></script><p>Squirrels have caches for navigation. Back', []],
  ] as const) {
    it(`says what scripts name: ${markup}`, async () => {
      const {parts} = await open(`<!DOCTYPE html><body>${markup}`, {
        '/keep.js': ['caches.open("a")', 'text/javascript'],
        '/plain.js': ['localStorage.a = 1', 'text/javascript'],
      });
      assert.sameMembers([...parts], [...names]);
    });
  }

  for (const markup of [
    '<img src="https://example.com/a.png">',
    '<img src="//example.com/a.png">',
    '<img src="https://playground.localhost/a.png">',
    '<img src="data:image/png;base64,AA==">',
    '<img src="blob:null/1">',
    '<img src="">',
    '<script src=/a.txt type=text/template></script>',
    '<link rel=canonical href=/polls/>',
    '<link rel=prefetch href=/polls/>',
    '<link rel=alternate href=/feed/ type=application/rss+xml>',
    '<a href=/polls/>Polls</a>',
    '<noscript><img src=/dot.png></noscript>',
  ]) {
    it(`leaves ${markup}`, async () => {
      const {asked, problems, parsed} = await open(`<body>${markup}`, dots);
      const original = new DOMParser().parseFromString(`<body>${markup}`, 'text/html');
      assert.isEmpty(asked);
      assert.isEmpty(problems);
      const tag = /\w+/.exec(markup)?.[0] ?? '';
      assert.equal(parsed.querySelector(tag)?.outerHTML, original.querySelector(tag)?.outerHTML);
    });
  }

  it('inlines srcset and imagesrcset', async () => {
    const {attribute} = await open(
      `<link rel=preload as=image href=/dot.png imagesrcset="/dot.png 1x, https://a.example/b.png 2x">
       <img srcset="/dot.png, /missing.png 2x"><picture><source srcset="dot.png 10w"></picture>`,
      dots,
    );
    assert.equal(attribute('link', 'imagesrcset'), `${DOT} 1x, https://a.example/b.png 2x`);
    assert.equal(attribute('img', 'srcset'), `${DOT}, /missing.png 2x`);
    assert.equal(attribute('source', 'srcset'), `${DOT} 10w`);
  });

  it('inlines stylesheets with what is in them and keeps their attributes', async () => {
    const {parsed} = await open(
      '<link rel="alternate stylesheet" href=/s/a.css media=print title=x integrity=sha256-x>',
      {'/s/a.css': ['a{background:url(dot.png)}', 'text/css'], '/s/dot.png': dot},
    );
    const link = parsed.querySelector('link');
    assert.equal(dataText(link?.getAttribute('href')), `a{background:url("${DOT}")}`);
    assert.deepEqual(
      ['rel', 'media', 'title', 'integrity'].map(name => link?.getAttribute(name)),
      ['alternate stylesheet', 'print', 'x', null],
    );
  });

  it('inlines what style elements, style attributes and templates name', async () => {
    const {parsed, attribute} = await open(
      `<style>a{background:url(/dot.png)}</style><p style="background: url('/dot.png')">
       <template><img src=/dot.png><style>b{background:url(dot.png)}</style></template>`,
      dots,
    );
    assert.equal(parsed.querySelector('style')?.textContent, `a{background:url("${DOT}")}`);
    assert.equal(attribute('p', 'style'), `background: url("${DOT}")`);
    const content = parsed.querySelector('template')?.content;
    assert.equal(content?.querySelector('img')?.getAttribute('src'), DOT);
    assert.include(content?.querySelector('style')?.textContent, DOT);
  });

  it('brings a sprite into the document', async () => {
    const sprite = `<svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="g"/>
      <symbol id="star"><path fill="url(#g)"/><use href="#g"/></symbol></svg>`;
    const {parsed, asked} = await open(
      '<svg><use href="/s.svg#star"/></svg><svg><use xlink:href="/s.svg#g"/></svg><svg><use href="#own"/></svg>',
      {'/s.svg': [sprite, 'image/svg+xml']},
    );
    const hrefs = [...parsed.querySelectorAll('use')].map(use => use.getAttribute('href'));
    assert.deepEqual(hrefs, ['#sprite-1-star', '#sprite-1-g', '#own', '#sprite-1-g']);
    assert.equal(parsed.querySelector('path')?.getAttribute('fill'), 'url(#sprite-1-g)');
    assert.isNotNull(parsed.querySelector('#sprite-1-star'));
    assert.lengthOf(asked, 1);
  });

  it('asks for each file once and for all of them at the same time', async () => {
    const asked: string[] = [];
    let release!: () => void;
    const everyone = new Promise<void>(resolve => (release = resolve));
    const html = '<img src=/a.png><img src=/a.png#x><img srcset="/a.png, /b.png 2x">';
    await toDocument(
      respond(html),
      async url => {
        asked.push(url);
        if (asked.length === 2) release();
        await everyone;
        return {url, response: respond('x', 'image/png')};
      },
      {url: URL},
    );
    assert.sameMembers(asked, [`${SITE_ORIGIN}/a.png`, `${SITE_ORIGIN}/b.png`]);
  });

  it('asks once for what stays fresh from one document to the next', async () => {
    const headers = [['Last-Modified', 'Wed, 01 Jan 2020 00:00:00 GMT']] as const;
    const {fetchAsset, asked} = serve({
      '/a.css': respond('a{}', 'text/css', {headers}),
      '/chart.png': ['x', 'image/png'],
    });
    const cache = new AssetCache();
    const html = '<link rel=stylesheet href=/a.css><img src=/chart.png>';
    for (let i = 0; i < 2; i++) await toDocument(respond(html), fetchAsset, {url: URL, cache});
    assert.deepEqual(asked.toSorted(), ['image /chart.png', 'image /chart.png', 'style /a.css']);
  });

  it('puts a replaced image into a stylesheet that stayed the same', async () => {
    const fresh = {headers: [['Cache-Control', 'max-age=60']] as const};
    const files: Record<string, File | HttpResponse> = {
      '/a.css': respond('a{background:url(dot.png)}', 'text/css', fresh),
    };
    const cache = new AssetCache();
    const sheets = [];
    for (const content of ['one', 'one', 'two']) {
      files['/dot.png'] = [content, 'image/png'];
      const {fetchAsset} = serve(files);
      const page = await toDocument(respond('<link rel=stylesheet href=/a.css>'), fetchAsset, {
        url: URL,
        cache,
      });
      assert(page.kind === 'document');
      sheets.push(dataText(/href="(data:text[^"]*)/.exec(page.html)?.[1]));
    }
    assert.deepEqual(
      sheets,
      ['one', 'one', 'two'].map(text => `a{background:url("data:image/png;base64,${btoa(text)}")}`),
    );
  });

  it('leaves what cannot be had and says why', async () => {
    const failing = {
      '/elsewhere.png': 'https://cdn.example/x.png',
      '/broken.png': new Error('The interpreter stopped.'),
    };
    const page = await toDocument(
      respond('<img src=/missing.png><img src=/elsewhere.png><img src=/broken.png>'),
      async url => {
        const path = url.slice(SITE_ORIGIN.length) as keyof typeof failing;
        const what = failing[path];
        if (what instanceof Error) throw what;
        if (what) return {url: what, response: null};
        return {url, response: respond('', 'text/html', {status: 404})};
      },
      {url: URL},
    );
    assert(page.kind === 'document');
    assert.include(page.html, '<img src="/missing.png">');
    assert.sameMembers(
      page.problems.map(({message}) => message),
      [
        '/missing.png was answered with 404.',
        '/elsewhere.png was redirected to https://cdn.example/x.png.',
        '/broken.png could not be had: The interpreter stopped.',
      ],
    );
  });

  it('begins to get what its headers say it will need', async () => {
    const {fetchAsset, asked} = serve({
      '/a.css': ['a{}', 'text/css'],
      '/m.js': ['', 'text/javascript'],
    });
    const headers = [
      ['Link', '</a.css>; rel=preload; as=style, <m.js>; rel="modulepreload", </x/>; rel=next'],
      ['link', '<https://a.example/b.css>; rel=preload; as=style'],
    ] as const;
    const response = respond('<link rel=stylesheet href=/a.css>', 'text/html', {headers});
    await toDocument(response, fetchAsset, {url: `${SITE_ORIGIN}/`});
    assert.sameMembers(asked, ['style /a.css', 'script /m.js']);
  });

  it('stops when it is aborted', async () => {
    const controller = new AbortController();
    const making = toDocument(
      respond('<img src=/a.png>'),
      async url => {
        controller.abort();
        return {url, response: respond('x', 'image/png')};
      },
      {url: URL, signal: controller.signal},
    );
    const error = await making.catch((reason: unknown) => reason);
    assert.equal((error as Error).name, 'AbortError');
  });

  describe('address', () => {
    it('is the base of the document', async () => {
      const {parsed} = await open('<head><title>x</title></head><a href="../vote/">');
      assert.equal(parsed.querySelector('a')?.href, `${SITE_ORIGIN}/polls/vote/`);
    });

    it('gives way to the author’s own base', async () => {
      const {parsed, attribute} = await open(
        '<base target=_blank><base href="/app/"><img src=dot.png>',
        {
          '/app/dot.png': dot,
        },
      );
      assert.equal(attribute('img', 'src'), DOT);
      assert.equal(parsed.baseURI, `${SITE_ORIGIN}/app/`);
      assert.lengthOf(parsed.querySelectorAll('base'), 2);
    });
  });

  it('lets the site’s policy allow what it allowed', async () => {
    const {attribute} = await open(
      `<meta http-equiv=content-security-policy content="default-src 'self'; img-src https:; script-src-elem ${SITE_ORIGIN} 'nonce-x'; base-uri 'self'">`,
    );
    assert.equal(
      attribute('meta', 'content'),
      `default-src 'self' data: blob:; img-src https:; script-src-elem ${SITE_ORIGIN} 'nonce-x' data: blob:; base-uri 'self'`,
    );
  });

  it('keeps a refresh from the browser', async () => {
    const {attribute} = await open('<meta http-equiv=Refresh content="3; url=/next/">');
    assert.equal(attribute('meta', 'http-equiv'), 'django-playground-refresh');
  });
});
