import {assert} from 'chai';
import {type Page, toDocument} from '../../src/page/index.js';
import type {HttpResponse} from '../../src/protocol/http.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {respond, serve} from './tiny-site.js';

function show(response: HttpResponse, path = '/export/', download?: string): Promise<Page> {
  return toDocument(response, serve({}).fetchAsset, {url: SITE_ORIGIN + path, download});
}

async function parsed(response: HttpResponse, path?: string): Promise<Document> {
  const page = await show(response, path);
  assert(page.kind === 'document');
  return new DOMParser().parseFromString(page.html, 'text/html');
}

function attachment(value: string): Partial<HttpResponse> {
  return {headers: [['Content-Disposition', value]]};
}

describe('a response that is no HTML', () => {
  const texts: [type: string | null, body: string, shown: string][] = [
    ['text/plain', '<b>&amp;</b>\n', '<b>&amp;</b>\n'],
    ['text/plain', '\nfirst line is empty', '\nfirst line is empty'],
    ['text/csv; charset=utf-8', 'a,é', 'a,é'],
    ['application/json', '{"a":1}', '{\n  "a": 1\n}'],
    ['application/problem+json', '[]', '[]'],
    ['application/xml', '<a/>', '<a/>'],
    ['application/rss+xml', '<rss/>', '<rss/>'],
    ['text/javascript', 'alert(1)', 'alert(1)'],
    [null, 'just text', 'just text'],
  ];
  for (const [type, body, shown] of texts) {
    it(`shows ${type} as text`, async () => {
      const document = await parsed(respond(body, type));
      assert.equal(document.querySelector('pre')?.textContent, shown);
      assert.equal(document.title, 'export');
    });
  }

  it('is shown as an image where it is one', async () => {
    const document = await parsed(respond('x', 'image/png'), '/media/cat.png');
    const image = document.querySelector('img');
    assert.equal(image?.getAttribute('src'), 'data:image/png;base64,eA==');
    assert.equal(image?.alt, 'cat.png');
  });

  it('is HTML where it names no type but looks like it', async () => {
    assert.equal((await parsed(respond('<!doctype html><h1>Hi', null))).body.textContent, 'Hi');
  });

  it('is offered where browsers show it in a program of theirs', async () => {
    const words = {pdf: (size: number) => `${size} bytes`, save: 'Save'};
    const url = `${SITE_ORIGIN}/reports/1.pdf`;
    const page = await toDocument(respond('%PDF', 'application/pdf'), serve({}).fetchAsset, {
      url,
      texts: words,
    });
    assert(page.kind === 'document');
    const {body} = new DOMParser().parseFromString(page.html, 'text/html');
    const link = body.querySelector('a');
    assert.deepEqual([body.innerText, link?.download], ['1.pdf4 bytesSave', '1.pdf']);
    assert.equal(link?.getAttribute('href'), `data:application/pdf;base64,${btoa('%PDF')}`);
  });

  it('is read as XML where it is XHTML', async () => {
    const xhtml =
      '<html xmlns="http://www.w3.org/1999/xhtml"><body><div/><p>Text</p></body></html>';
    const {body} = await parsed(respond(xhtml, 'application/xhtml+xml'));
    assert.equal(body.innerHTML, '<div></div><p>Text</p>');
    const broken = await parsed(respond('<p>One<p>Two', 'application/xhtml+xml'));
    assert.equal(broken.querySelectorAll('p').length, 2);
  });

  it('has its status shown where there is nothing else', async () => {
    const headers = [['Allow', 'POST']] as const;
    const document = await parsed(respond('', 'text/html', {status: 405, headers}));
    assert.match(document.body.textContent, /HTTP 405[^]*Allow: POST[^]*no body/);
  });

  it('leaves the page where there is no content', async () => {
    assert.deepEqual(await show(respond('', null, {status: 204})), {kind: 'none'});
  });

  const downloads: [
    what: string,
    response: HttpResponse,
    link: string | undefined,
    name: string,
  ][] = [
    [
      'an attachment',
      respond('a', 'text/csv', attachment('attachment; filename=a.csv')),
      undefined,
      'a.csv',
    ],
    [
      'an attachment of HTML',
      respond('a', 'text/html', attachment('attachment')),
      undefined,
      'export.html',
    ],
    ['a PDF', respond('a', 'application/pdf'), undefined, 'export.pdf'],
    ['unknown bytes', respond(Uint8Array.of(0, 1, 2), null), undefined, 'export'],
    ['what a link names', respond('a', 'text/html'), 'page.txt', 'page.txt'],
    ['what a link leaves to the response', respond('a', 'text/csv'), '', 'export.csv'],
    [
      'what both name',
      respond('a', 'text/csv', attachment('inline; filename=a.csv')),
      'b.csv',
      'a.csv',
    ],
  ];
  for (const [what, response, link, name] of downloads) {
    it(`saves ${what} as ${name}`, async () => {
      const page = await show(response, '/export/', link);
      assert(page.kind === 'download');
      assert.equal(page.filename, name);
      assert.equal(page.bytes, response.body);
    });
  }

  it('is shown where it is an error, even if a file was asked for', async () => {
    const response = respond('<h1>Not found', 'text/html', {status: 404});
    assert.equal((await show(response, '/export/', 'a.csv')).kind, 'document');
  });
});
