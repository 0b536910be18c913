import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {type File, respond} from '../../page/tiny-site.js';
import {picture, run} from './site-output.js';

/** A page in a frame: it tells the page around it what it sees. */
const inner = (what: string, html = ''): File => [
  `<!DOCTYPE html><title>Inner</title><body>${html}<script>
    onload = () => parent.postMessage({inner: ${what}}, '*');
  </script>`,
  'text/html',
];

/** In the page around: what frames in it tell, in order. */
const HEAR = `
  const heard = [];
  addEventListener('message', ({data, source}) => heard.push(data.inner ?? data));
  const hears = count => until(() => heard.length >= count && heard);
  const loads = [];
`;

describe('a frame in a page', () => {
  it('shows a page of the site, with what it names and what its scripts ask for', async () => {
    const {said} = await run(
      `${HEAR}
       await hears(1);
       return [heard, frames.length, document.querySelector('iframe').src]`,
      {
        '/polls/inner/': inner(
          '[document.URL, document.images[0].naturalWidth]',
          '<img src="../a.svg">',
        ),
        '/polls/a.svg': picture(9),
      },
      '<iframe src="inner/"></iframe>',
    );
    const url = `${SITE_ORIGIN}/polls/inner/`;
    assert.deepEqual(said, [[[url, 9]], 1, url]);
  });

  it('tells once that it has loaded', async () => {
    const {said} = await run(
      `${HEAR}
       const iframe = document.createElement('iframe');
       iframe.addEventListener('load', () => loads.push(1));
       iframe.src = '/a/';
       document.body.append(iframe);
       await until(() => heard.length === 1 && loads.length === 1);
       iframe.src = '/b/';
       await until(() => heard.length === 2 && loads.length === 2);
       return [heard, iframe.getAttribute('src'), loads.length]`,
      {'/a/': inner('"a"'), '/b/': inner('"b"')},
    );
    assert.deepEqual(said, [['a', 'b'], '/b/', 2]);
  });

  it('has links of its own', async () => {
    const {said} = await run(
      `${HEAR}
       await hears(2);
       return [heard, history.length]`,
      {
        '/a/': inner(
          'history.length',
          '<a href="/b/">b</a><script>setTimeout(() => document.links[0].click())</script>',
        ),
        '/b/': inner('history.length'),
      },
      '<iframe src="/a/"></iframe>',
    );
    const [[first, second], outer] = said as [[number, number], number];
    assert.deepEqual([first, second], [outer, outer]);
  });

  it('shows markup that the page has for it', async () => {
    const {said} = await run(
      `${HEAR}
       await hears(1);
       return heard`,
      {'/polls/a.svg': picture(9)},
      `<iframe srcdoc="${inner('document.images[0].naturalWidth', '<img src=a.svg>')[0].toString().replaceAll('"', '&quot;')}"></iframe>`,
    );
    assert.deepEqual(said, [9]);
  });

  it('is where links and forms of the page lead that name it', async () => {
    const {said} = await run(
      `${HEAR}
       document.querySelector('a').click();
       await hears(1);
       document.querySelector('form').requestSubmit();
       await hears(2);
       return heard`,
      {'/a/': inner('"a"'), '/b/?x=1': inner('"b"')},
      '<iframe name=here></iframe><a href=/a/ target=here>a</a><form action=/b/ target=here><input name=x value=1></form>',
    );
    assert.deepEqual(said, ['a', 'b']);
  });

  it('may have frames in it', async () => {
    const {said} = await run(
      `return new Promise(resolve => addEventListener('message', ({data}) => resolve(data)))`,
      {
        '/a/': [
          '<iframe src=/b/></iframe><script>onmessage = ({data}) => parent.postMessage(data, "*")</script>',
          'text/html',
        ],
        '/b/': inner('document.URL'),
      },
      '<iframe src=/a/></iframe>',
    );
    assert.deepEqual(said, {inner: `${SITE_ORIGIN}/b/`});
  });

  it('says when there is no such page', async () => {
    const {said} = await run(
      `${HEAR} await hears(1); return heard`,
      {
        '/none/': respond('<script>parent.postMessage("404", "*")</script>', 'text/html', {
          status: 404,
        }),
      },
      '<iframe src=/none/></iframe>',
    );
    assert.deepEqual(said, ['404']);
  });
});
