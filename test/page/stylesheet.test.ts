import {assert} from 'chai';
import {AssetLoader} from '../../src/page/asset-loader.js';
import {inlineStylesheet} from '../../src/page/stylesheet.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {dataText, type File, serve} from './tiny-site.js';

const BASE = `${SITE_ORIGIN}/static/css/site.css`;
const PNG: File = ['png', 'image/png'];
const DATA = 'data:image/png;base64,cG5n';

async function inline(css: string, files: Record<string, File> = {}) {
  const site = serve(files);
  const assets = new AssetLoader(site.fetchAsset);
  const text = await inlineStylesheet(css, BASE, assets);
  return {...site, text, problems: assets.problems};
}

/** The text of the stylesheet that a rule imports. */
function imported(css: string): string {
  return dataText(/@import (?:url\()?"([^"]*)"/.exec(css)?.[1]);
}

describe('inlineStylesheet', () => {
  const files = {
    '/static/css/a.png': PNG,
    '/static/img/b c.png': PNG,
    '/static/img/b%20c.png': PNG,
    '/c.png': PNG,
  };
  const cases: [css: string, inlined: string][] = [
    ['a{background:url(a.png)}', `a{background:url("${DATA}")}`],
    ['a{background:url( "a.png" )}', `a{background:url( "${DATA}" )}`],
    ["a{background:URL('../img/b c.png')}", `a{background:URL("${DATA}")}`],
    [String.raw`a{background:url(../img/b\ c.png)}`, `a{background:url("${DATA}")}`],
    ['a{background:url(/c.png#part)}', `a{background:url("${DATA}#part")}`],
    ['a{background:url(/c.png),url(a.png)}', `a{background:url("${DATA}"),url("${DATA}")}`],
    [
      'a{background:image-set("a.png" 1x, url(/c.png) 2x)}',
      `a{background:image-set("${DATA}" 1x, url("${DATA}") 2x)}`,
    ],
    ['a{background:url(/c.png', `a{background:url("${DATA}")`],
    ['a{--image:url(a.png)}', `a{--image:url("${DATA}")}`],
    ['@media print{a{cursor:url(a.png),auto}}', `@media print{a{cursor:url("${DATA}"),auto}}`],
    ['a{background:url(//cdn.example/x.png)}', 'a{background:url("http://cdn.example/x.png")}'],
  ];
  for (const [css, inlined] of cases) {
    it(`inlines ${css}`, async () => assert.equal((await inline(css, files)).text, inlined));
  }

  for (const css of [
    'a{fill:url(#gradient)}',
    'a{background:url(data:image/png;base64,AA==)}'.replace('url(', 'url("').replace('==)', '==")'),
    'a::before{content:"a.png"}',
    'a::before{content:"url(a.png)"}',
    '/* url(a.png) */ a{color:red}',
    'a[href="a.png"]{color:red}',
    '@namespace svg url("http://www.w3.org/2000/svg");',
    '@charset "utf-8"; a{color:red}',
    'a{background:url()}',
  ]) {
    it(`leaves ${css}`, async () => {
      const {text, asked} = await inline(css, files);
      assert.equal(text, css);
      assert.isEmpty(asked);
    });
  }

  it('knows fonts from images', async () => {
    const css = '@font-face{font-family:a;src:url(a.woff2) format("woff2")} b{src:url(a.png)}';
    const {asked} = await inline(css, files);
    assert.sameMembers(asked, ['font /static/css/a.woff2', 'image /static/css/a.png']);
  });

  it('imports stylesheets, each relative to itself', async () => {
    const {text, referrers} = await inline('@import url(../theme/dark.css);a{}', {
      '/static/theme/dark.css': ['@import "parts/b.css";', 'text/css'],
      '/static/theme/parts/b.css': ['b{background:url(x.png)}', 'text/css'],
      '/static/theme/parts/x.png': PNG,
    });
    assert.equal(imported(imported(text)), `b{background:url("${DATA}")}`);
    assert.isTrue(text.endsWith(';a{}'));
    assert.equal(referrers['/static/theme/parts/b.css'], '/static/theme/dark.css');
  });

  it('keeps the conditions of an import', async () => {
    const conditions = 'layer(base) supports(display: grid) screen and (min-width: 1px)';
    const {text} = await inline(`@import "b.css" ${conditions};`, {
      '/static/css/b.css': ['b{}', 'text/css'],
    });
    assert.match(text, /^@import "data:text\/css;charset=utf-8;base64,[^"]+" layer\(base\)/);
    assert.isTrue(text.endsWith(`${conditions};`));
  });

  it('ends where stylesheets import each other', async () => {
    const {text, asked} = await inline('@import "b.css";', {
      '/static/css/b.css': ['@import "c.css";b{}', 'text/css'],
      '/static/css/c.css': ['@import "b.css";@import "site.css";c{}', 'text/css'],
    });
    const empty = '@import "data:text/css,";';
    assert.equal(imported(imported(text)), `${empty}${empty}c{}`);
    assert.deepEqual(asked, ['style /static/css/b.css', 'style /static/css/c.css']);
  });

  it('reads a stylesheet in the charset it says', async () => {
    const latin = Uint8Array.from('@charset "latin1";a{content:"\u00e9"}', c => c.charCodeAt(0));
    const {text} = await inline('@import "b.css";', {'/static/css/b.css': [latin, 'text/css']});
    assert.include(imported(text), '"é"');
  });

  it('leaves the address of what is missing and says so', async () => {
    const {text, problems} = await inline('@import "b.css";a{background:url(x.png)}');
    const css = `${SITE_ORIGIN}/static/css`;
    assert.equal(text, `@import "${css}/b.css";a{background:url("${css}/x.png")}`);
    assert.deepEqual(
      problems.map(({url}) => url),
      [`${css}/b.css`, `${css}/x.png`],
    );
    assert.equal(problems[0]?.message, '/static/css/b.css was answered with 404.');
  });
});
