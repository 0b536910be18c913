import {assert} from 'chai';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {makeDocument, makeOutput} from './output.js';

const URL = `${SITE_ORIGIN}/polls/`;

describe('a document that goes away', () => {
  let frame: ReturnType<typeof makeOutput>;
  beforeEach(() => (frame = makeOutput()));
  afterEach(() => frame.remove());

  // The browser's own location, which scripts of the site seldom come to.
  const NATIVE = 'window[`loc` + `ation`]';

  it('is reported where a script reloads it', async () => {
    await frame.show(
      `<script>if (name === "") onload = () => { name = "again"; ${NATIVE}.reload() }</script>`,
    );
    await frame.next('reload');
  });

  it('is reported where a script leaves it', async () => {
    await frame.show(
      `<script>onload = () => setTimeout(() => { ${NATIVE}.href = "/other/" }, 0)</script>`,
    );
    await frame.next('left');
  });

  it('is not reported where another one takes its place', async () => {
    await frame.show('<title>One</title>');
    await frame.show(
      '<title>Two</title><a href=/end/>End</a><script>onload = () => document.links[0].click()</script>',
    );
    const kinds = [];
    let event = await frame.take();
    for (; event.kind !== 'navigate'; event = await frame.take()) kinds.push(event.kind);
    assert.notIncludeMembers(kinds, ['left', 'reload', 'blocked']);
  });

  it('goes where its refresh says', async () => {
    const refresh = '<meta http-equiv=refresh content="0; url=\'/next/?a=1\'">';
    await frame.show(`<head>${refresh}</head>`, {url: URL});
    const {navigation} = await frame.next('navigate');
    assert.equal(navigation.url, `${SITE_ORIGIN}/next/?a=1`);
    assert.isTrue(navigation.replace);
  });

  it('comes again where its refresh names no other', async () => {
    await frame.show('<meta http-equiv=refresh content=0>', {url: URL});
    assert.equal((await frame.next('navigate')).navigation.url, URL);
  });

  it('keeps its guest where a script writes it anew', async () => {
    await frame.show(`<script>
      onload = () => {
        document.open();
        document.write('<a href=/after/>x</a>');
        document.close();
        document.links[0].click();
      };
    </script>`);
    // The new document lies where the old one lay, but without its base.
    assert.match((await frame.next('navigate')).navigation.url, /\/after\/$/);
  });

  it('keeps its guest under a policy of its own', async () => {
    const policy = `default-src 'self'; script-src 'nonce-x'`;
    const html = `<meta http-equiv=Content-Security-Policy content="${policy}">
      <a href=/after/>x</a><script nonce=x>onload = () => document.links[0].click()</script>`;
    await frame.output.show(await makeDocument(html, URL), {url: URL});
    assert.equal((await frame.next('navigate')).navigation.url, `${SITE_ORIGIN}/after/`);
  });
});
