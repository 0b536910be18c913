import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {picture, run} from './site-output.js';

const files = {'/media/a.svg': picture(20), '/media/b.svg': picture(30)};

describe('an image set by a script', () => {
  const ways: [way: string, script: string][] = [
    ['a new one', `const img = new Image(); img.src = '/media/a.svg';`],
    ['the attribute', `const img = new Image(); img.setAttribute('SRC', '../media/a.svg');`],
    [
      'markup',
      `document.body.innerHTML = '<img src=/media/a.svg>'; const img = document.images[0];`,
    ],
    [
      'a fragment of another document',
      `const parsed = new DOMParser().parseFromString('<img src=/media/a.svg>', 'text/html');
       const img = document.adoptNode(parsed.images[0]);
       document.body.append(img);`,
    ],
    ['srcset', `const img = new Image(); img.srcset = '/media/a.svg 1x, /media/b.svg 9x';`],
    [
      'a shadow root',
      `const root = document.body.attachShadow({mode: 'closed'});
       root.innerHTML = '<img src="/media/a.svg">';
       const img = root.firstChild;`,
    ],
    [
      'a template',
      `const template = document.createElement('template');
       template.innerHTML = '<p><img src="/media/a.svg">';
       document.body.append(template.content.cloneNode(true));
       const img = document.images[0];`,
    ],
  ];
  for (const [way, script] of ways) {
    it(`is there: by ${way}`, async () => {
      const {said} = await run(
        `${script}
         const events = [];
         for (const type of ['load', 'error']) img.addEventListener(type, () => events.push(type));
         await told(img, 'load', 'error');
         return [events, img.naturalWidth]`,
        files,
      );
      assert.deepEqual(said, [['load'], 20]);
    });
  }

  it('reads back as it was written', async () => {
    const {said} = await run(
      `const img = new Image();
       img.src = '/media/a.svg#x';
       const early = [img.src, img.getAttribute('src'), img.hasAttribute('src'), img.complete];
       await img.decode();
       return [early, [img.src, img.getAttribute('src'), img.currentSrc, img.complete]]`,
      files,
    );
    const url = `${SITE_ORIGIN}/media/a.svg#x`;
    assert.deepEqual(said, [
      [url, '/media/a.svg#x', true, false],
      [url, '/media/a.svg#x', url, true],
    ]);
  });

  it('is the one that was set last', async () => {
    const {said} = await run(
      `const img = new Image();
       img.src = '/media/a.svg';
       img.src = '/media/b.svg';
       await told(img, 'load', 'error');
       const first = img.naturalWidth;
       img.src = '/media/a.svg';
       img.src = 'data:image/svg+xml,' + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>');
       await told(img, 'load', 'error');
       img.removeAttribute('src');
       return [first, img.naturalWidth || 7, img.src, img.hasAttribute('src')]`,
      files,
    );
    assert.deepEqual(said, [30, 7, '', false]);
  });

  it('fails once where the site has none', async () => {
    const {said} = await run(
      `document.body.innerHTML = '<img src=/media/none.svg>';
       const [img] = document.images;
       const events = [];
       for (const type of ['load', 'error']) img.addEventListener(type, () => events.push(type));
       await told(img, 'load', 'error');
       img.src = '/media/a.svg';
       await told(img, 'load', 'error');
       return [events, img.naturalWidth]`,
      files,
    );
    assert.deepEqual(said, [['error', 'load'], 20]);
  });

  it('can be an icon of a sprite, a button, a poster or a picture in a picture', async () => {
    const {said} = await run(
      `document.body.innerHTML = \`<svg><use href="/media/a.svg#s"/></svg><svg><image xlink:href="/media/b.svg"/></svg>
         <input type=image src=/media/a.svg><video poster=/media/b.svg></video>
         <picture><source srcset="/media/b.svg 1x"><img src=/media/a.svg></picture>\`;
       const find = selector => document.querySelector(selector);
       return [
         await until(() => find('use').getBBox().width),
         await until(() => find('image').getBBox().width),
         await until(() => find('input').offsetWidth === 20 && 20),
         await until(() => find('img').naturalWidth),
         find('video').poster,
       ]`,
      files,
    );
    assert.deepEqual(said, [20, 30, 20, 30, `${SITE_ORIGIN}/media/b.svg`]);
  });

  it('is asked of the site only', async () => {
    const {said, asked} = await run(
      `const img = new Image();
       img.src = 'http://playground.localhost/media/a.svg';
       await img.decode();
       const [detached] = new DOMParser().parseFromString('<img src=/media/b.svg>', 'text/html').images;
       document.body.append(detached);
       await told(detached, 'load');
       return violations`,
      files,
    );
    assert.sameMembers(asked, ['image /media/a.svg', 'image /media/b.svg']);
    // By markup the browser tries before anybody knows, and is kept from it.
    assert.isTrue((said as string[]).every(url => url === `${SITE_ORIGIN}/media/b.svg`));
  });
});

describe('an image of another host', () => {
  it('comes without encryption, where the document names it', async () => {
    const other = `http://other.localhost:${location.port}/demo/icon.svg`;
    const {said} = await run(
      `const img = document.querySelector('#other');
       await img.decode();
       return img.naturalWidth > 0`,
      files,
      `<img id="other" src="${other}">`,
    );
    assert.equal(said, true);
  });
});
