import {assert} from 'chai';
import {decode, declaredInHtml} from '../../src/page/charset.js';
import {filenameFromUrl, parseDisposition} from '../../src/page/filename.js';
import {formatJson} from '../../src/page/format-json.js';
import {formatSrcset, parseSrcset} from '../../src/page/srcset.js';

describe('parseSrcset', () => {
  const cases: [srcset: string, ...candidates: [url: string, descriptor: string][]][] = [
    ['a.png', ['a.png', '']],
    ['a.png 2x', ['a.png', '2x']],
    ['a.png, b.png 2x', ['a.png', ''], ['b.png', '2x']],
    ['a.png 1x,b.png 2x', ['a.png', '1x'], ['b.png', '2x']],
    ['  ,a.png 100w ,\n b.png   200w  ', ['a.png', '100w'], ['b.png', '200w']],
    ['a,b.png 2x', ['a,b.png', '2x']],
    ['data:image/png;base64,AA== 1x, b.png', ['data:image/png;base64,AA==', '1x'], ['b.png', '']],
    ['a.png 1x 100h, b.png', ['a.png', '1x 100h'], ['b.png', '']],
    ['a.png (1, 2), b.png', ['a.png', '(1, 2)'], ['b.png', '']],
    ['a.png,, b.png', ['a.png', ''], ['b.png', '']],
    [''],
    [' , '],
  ];
  for (const [srcset, ...candidates] of cases) {
    it(`reads ${JSON.stringify(srcset)}`, () => {
      const parsed = parseSrcset(srcset);
      assert.deepEqual(
        parsed.map(({url, descriptor}) => [url, descriptor]),
        candidates,
      );
      assert.deepEqual(parseSrcset(formatSrcset(parsed)), parsed);
    });
  }
});

describe('parseDisposition', () => {
  const cases: [value: string | null, isAttachment: boolean, filename: string | null][] = [
    [null, false, null],
    ['inline', false, null],
    ['inline; filename="a.pdf"', false, 'a.pdf'],
    ['attachment', true, null],
    ['ATTACHMENT; FILENAME=a.csv', true, 'a.csv'],
    ['attachment; filename="a b.csv"', true, 'a b.csv'],
    [String.raw`attachment; filename="a\"b\\c.csv"`, true, 'c.csv'],
    ["attachment; filename*=UTF-8''na%C3%AFve%20%E2%82%AC.csv", true, 'naïve €.csv'],
    ['attachment; filename="x.csv"; filename*=utf-8\'de\'%C3%A4.csv', true, 'ä.csv'],
    ["attachment; filename*=iso-8859-1''%E4.csv", true, 'ä.csv'],
    ["attachment; filename*=UTF-8''%FF; filename=x.csv", true, 'x.csv'],
    ['attachment; filename="../../etc/passwd"', true, 'passwd'],
    [String.raw`attachment; filename="C:\\x\\y.txt"`, true, 'y.txt'],
    ['attachment; filename=".htaccess"', true, 'htaccess'],
    ['attachment; filename=""', true, null],
    ['attachment; filename="a;b.csv"; x=1', true, 'a;b.csv'],
    ['strange; filename=a.csv', true, 'a.csv'],
  ];
  for (const [value, isAttachment, filename] of cases) {
    it(`reads ${value}`, () => {
      assert.deepEqual(parseDisposition(value), {isAttachment, filename});
    });
  }
});

describe('filenameFromUrl', () => {
  const cases: [path: string, essence: string, name: string][] = [
    ['/media/report.pdf', 'application/pdf', 'report.pdf'],
    ['/export/', 'text/csv', 'export.csv'],
    ['/export/', 'application/octet-stream', 'export'],
    ['/caf%C3%A9.txt', 'text/plain', 'café.txt'],
    ['/%FF/', 'application/zip', '%FF.zip'],
    ['/', 'application/pdf', 'download.pdf'],
  ];
  for (const [path, essence, name] of cases) {
    it(`names ${path} ${name}`, () => {
      assert.equal(filenameFromUrl(`http://playground.localhost${path}?q=1`, essence), name);
    });
  }
});

/** Characters below 256 as bytes. */
function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

describe('decode', () => {
  const latin = Uint8Array.of(0xe9);
  const utf8 = Uint8Array.of(0xc3, 0xa9);
  const cases: [what: string, bytes: Uint8Array<ArrayBuffer>, charset: string | null][] = [
    ['UTF-8 by default', utf8, null],
    ['what the response says', latin, 'iso-8859-1'],
    [
      'a byte order mark before what the response says',
      Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8),
      'latin1',
    ],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0xe9, 0x00), null],
    ['UTF-8 where the charset is unknown', utf8, 'klingon'],
  ];
  for (const [what, bytes, charset] of cases) {
    it(`takes ${what}`, () => assert.equal(decode(bytes, charset, declaredInHtml), 'é'));
  }

  const declarations = [
    '<meta charset="iso-8859-1">',
    '<META CHARSET=latin1>',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
  ];
  for (const declaration of declarations) {
    it(`takes ${declaration}`, () => {
      const bytes = ascii(`<html><head>${declaration}<title>\u00e9`);
      assert.isTrue(decode(bytes, null, declaredInHtml).endsWith('é'));
    });
  }

  it('believes no declaration of UTF-16 that can be read', () => {
    const bytes = ascii('<meta charset="utf-16">ok');
    assert.isTrue(decode(bytes, null, declaredInHtml).endsWith('ok'));
  });
});

describe('formatJson', () => {
  const cases: [text: string, formatted: string][] = [
    ['{"a":1,"b":[1,2]}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ]\n}'],
    ['{"n":12345678901234567890.10}', '{\n  "n": 12345678901234567890.10\n}'],
    ['{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    [
      String.raw`["{\"x\": [1,\\"]`,
      String.raw`[
  "{\"x\": [1,\\"
]`,
    ],
    ['[]', '[]'],
    ['{"a":{},"b":[ ]}', '{\n  "a": {},\n  "b": []\n}'],
    ['"text"', '"text"'],
    ['{not json', '{not json'],
  ];
  for (const [text, formatted] of cases) {
    it(`indents ${text}`, () => assert.equal(formatJson(text), formatted));
  }
});
