import {assert} from 'chai';
import {GUEST_HELLO} from '../../src/protocol/frame.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {makeDocument, makeOutput} from './output.js';

const URL = `${SITE_ORIGIN}/polls/`;

/** A page whose script says something to the page around the frame once it has loaded. */
function saying(expression: string, html = ''): string {
  return `<!DOCTYPE html><title>T</title><body>${html}<script>
    onload = () => parent.postMessage(${expression}, '*');
  </script>`;
}

async function nameOfFailure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as Error).name;
  }
  return 'none';
}

describe('OutputFrame', () => {
  let frame: ReturnType<typeof makeOutput>;
  beforeEach(() => (frame = makeOutput()));
  afterEach(() => frame.remove());

  it('gives the document an origin of its own', async () => {
    const heard = frame.heard();
    const said = new Promise<MessageEvent>(resolve =>
      window.addEventListener('message', resolve, {once: true}),
    );
    // Cookies and storages are the visitor's, and never the page's.
    const attempts = ['indexedDB.open("a")', 'parent.document', 'caches.keys()'];
    const list = attempts.map(attempt => `attempt(() => ${attempt})`).join();
    await frame.show(
      `<script>const attempt = async what => {
        try { await what(); return 'done' } catch (error) { return error.name }
      };
      onload = async () => parent.postMessage(await Promise.all([${list}]), '*')</script>`,
    );
    assert.notInclude((await heard) as string[], 'done');
    assert.equal((await said).origin, 'null');
    const tokens = frame.shown()?.sandbox;
    assert.isTrue(tokens?.contains('allow-scripts'));
    assert.isFalse(tokens?.contains('allow-same-origin'));
  });

  it('leaves nothing of the guest to be seen', async () => {
    const heard = frame.heard();
    await frame.show(saying('[document.scripts.length, name, document.head.children.length]'));
    // The base is there to be seen: it is what makes addresses the site's.
    assert.deepEqual(await heard, [1, '', 2]);
  });

  it('gives addresses of the site', async () => {
    const heard = frame.heard();
    await frame.show(
      saying(
        '[go.href, form.action, document.baseURI]',
        '<a id=go href=x/></a><form id=form action=/y/></form>',
      ),
    );
    assert.deepEqual(await heard, [`${URL}x/`, `${SITE_ORIGIN}/y/`, URL]);
  });

  it('shows a new document only once it has loaded', async () => {
    await frame.show('<p>One');
    const one = frame.shown();
    const html = await makeDocument('<p>Two', URL);
    const showing = frame.output.show(html, {url: URL});
    const [, two] = frame.frames();
    assert.equal(frame.shown(), one);
    assert.equal(two?.style.visibility, 'hidden');
    await showing;
    assert.equal(frame.shown(), two);
    assert.isFalse(one?.isConnected);
  });

  it('adds nothing to the history of the page', async () => {
    const before = history.length;
    for (const text of ['one', 'two', 'three']) await frame.show(`<p>${text}`);
    await frame.show(
      '<a href=#x>x</a><script>onload = () => document.querySelector("a").click()</script>',
    );
    await frame.next('entry');
    assert.equal(history.length, before);
  });

  it('lets the last document win', async () => {
    const first = nameOfFailure(frame.show('<p>One'));
    const heard = frame.heard();
    await frame.show(saying('"two"'));
    assert.equal(await first, 'AbortError');
    assert.equal(await heard, 'two');
  });

  it('keeps the document before when it is aborted', async () => {
    await frame.show('<p>One');
    const one = frame.shown();
    const controller = new AbortController();
    const showing = frame.output.show(await makeDocument('<p>Two', URL), {
      url: URL,
      signal: controller.signal,
    });
    controller.abort();
    assert.equal(await nameOfFailure(showing), 'AbortError');
    assert.equal(frame.shown(), one);
  });

  it('shows a document in the frame that was made ahead of it', async () => {
    await frame.show('<script>globalThis.left = "behind"</script>');
    frame.output.prepare();
    frame.output.prepare();
    const [, next, ...others] = frame.frames();
    assert.isEmpty(others);
    const heard = frame.heard();
    await frame.show(saying('typeof left'));
    assert.equal(frame.shown(), next);
    assert.equal(await heard, 'undefined');
  });

  it('loads a document as a new tab does', async () => {
    const heard = frame.heard();
    await frame.show(`<!DOCTYPE html><title>T</title><script>
      const seen = [document.readyState, document.compatMode, document.body];
      document.write('<i>written</i>');
      document.addEventListener('DOMContentLoaded', () => seen.push('parsed'));
      addEventListener('load', () => {
        seen.push('loaded', document.readyState, document.querySelectorAll('i, b').length);
        parent.postMessage(seen, '*');
      });
    </script><script type=module>seen.push('module')</script><b>parsed</b>`);
    assert.deepEqual(await heard, [
      'loading',
      'CSS1Compat',
      null,
      'module',
      'parsed',
      'loaded',
      'complete',
      2,
    ]);
  });

  it('makes the frame of the next document while this one is shown', async () => {
    await frame.show('<p>One');
    while (frame.frames().length < 2) await new Promise(requestAnimationFrame);
    const [, next] = frame.frames();
    await frame.show('<p>Two');
    assert.equal(frame.shown(), next);
  });

  it('takes its frames away when it is disposed of', async () => {
    await frame.show('<p>One');
    const showing = frame.output.show(await makeDocument('<p>Two', URL), {url: URL});
    frame.output.dispose();
    assert.equal(await nameOfFailure(showing), 'AbortError');
    assert.isEmpty(frame.frames());
  });

  it('has an accessible name', async () => {
    frame.output.title = 'Output';
    await frame.show('<p>One');
    assert.equal(frame.shown()?.title, 'Output');
    frame.output.title = 'Polls';
    assert.equal(frame.shown()?.title, 'Polls');
  });

  it('reports the title and its changes', async () => {
    await frame.show(
      '<title>One</title><script>onload = () => { document.title = "Two" }</script>',
    );
    assert.equal((await frame.next('title')).title, 'One');
    assert.equal((await frame.next('title')).title, 'Two');
  });

  it('reports the Escape key, unless the site has a use for it', async () => {
    await frame.show(`<title>T</title><script>
      const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));
      onload = () => {
        document.body.onkeydown = event => event.preventDefault();
        press();
        document.title = 'pressed once';
        setTimeout(() => { document.body.onkeydown = null; press() }, 0);
      };
    </script>`);
    assert.equal((await frame.next('title')).title, 'T');
    assert.equal((await frame.take()).kind, 'title');
    assert.equal((await frame.take()).kind, 'escape');
  });

  it('listens to its own frame only', async () => {
    await frame.show('<title>T</title>');
    await frame.next('title');
    const {port1, port2} = new MessageChannel();
    window.postMessage(GUEST_HELLO, '*', [port2]);
    port1.postMessage({kind: 'title', title: 'forged'});
    await frame.show('<title>Own</title>');
    assert.equal((await frame.next('title')).title, 'Own');
  });

  it('opens other sites from the page', async () => {
    await frame.show(
      '<a href="https://example.com/">x</a><script>onload = () => document.links[0].click()</script>',
    );
    await frame.next('external');
    assert.deepEqual(frame.opened, ['https://example.com/']);
  });

  describe('focus', () => {
    it('stays in the output where it was there', async () => {
      await frame.show('<p>One');
      frame.output.focus();
      await frame.show(`<input autofocus><script>
        const tell = () => {
          const {localName} = document.activeElement;
          if (localName === 'body') setTimeout(tell, 0);
          else parent.postMessage(localName, '*');
        };
        onmessage = tell;
      </script>`);
      assert.equal(document.activeElement, frame.shown());
      const heard = frame.heard();
      frame.post('Where is the focus?');
      assert.equal(await heard, 'input');
    });

    it('stays outside where it was not', async () => {
      const button = document.createElement('button');
      document.body.append(button);
      button.focus();
      await frame.show('<p>One');
      await frame.show('<input autofocus>');
      assert.equal(document.activeElement, button);
      button.remove();
    });
  });
});
