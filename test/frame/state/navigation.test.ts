import {assert} from 'chai';
import {makeOutput} from '../output.js';
import {visit} from './visit.js';

/** A browser that has none is not given one. */
const IS_THERE = 'navigation' in window;

describe('the Navigation API of a document', () => {
  let frame: ReturnType<typeof makeOutput>;
  beforeEach(() => (frame = makeOutput()));
  afterEach(() => frame.remove());

  it('is not there for scripts that do not name it', async () => {
    const heard = frame.heard();
    await frame.show(
      '<!DOCTYPE html><script>parent.postMessage("navigation" in window, "*")</script>',
    );
    assert.isFalse(await heard);
  });

  if (!IS_THERE) {
    it('is not there where the browser has none', async () => {
      const site = await visit(frame, '/', `tell('navigation' in window)`);
      assert.isFalse(await site.heard);
    });
    return;
  }

  it('has the entries of the site, each with a key, and no other', async () => {
    const script = `
      const {currentEntry} = navigation;
      history.pushState({page: 2}, '', '/2/');
      const [first, second] = navigation.entries();
      history.replaceState(null, '', '/3/');
      const third = navigation.currentEntry;
      tell([list(), currentEntry === first, third.key === second.key, third.id === second.id,
        [first.index, second.index, third.index], navigation.canGoBack, navigation.canGoForward,
        [first.sameDocument, first.getState() === undefined, /^[-0-9a-f]{36}$/.test(first.key)],
        navigation instanceof Navigation && first instanceof NavigationHistoryEntry,
        String(navigation), navigation.activation.navigationType, navigation.activation.from])`;
    const site = await visit(frame, '/1/', script);
    assert.deepEqual(await site.heard, [
      ['/1/', '/3/'],
      true,
      true,
      false,
      [0, -1, 1],
      true,
      false,
      [true, true, true],
      true,
      '[object Navigation]',
      'push',
      null,
    ]);
  });

  it('asks a router about links, forms, addresses and states, which stay in the document', async () => {
    const script = `
      const asked = [];
      navigation.addEventListener('navigate', event => {
        const {navigationType, destination, canIntercept, hashChange, formData, info} = event;
        asked.push([navigationType, pathOf(destination.url), canIntercept, hashChange,
          destination.sameDocument, formData && [...formData], event.sourceElement?.localName, info]);
        if (canIntercept) event.intercept({handler: async () => log.push(pathOf(location.href))});
      });
      addEventListener('load', async () => {
        await soon();
        for (const act of [
          () => document.querySelector('a').click(),
          () => document.querySelector('form').requestSubmit(),
          () => (location.href = '/address/'),
          () => history.pushState({n: 1}, '', '/state/'),
          () => (location.hash = 'end'),
          () => navigation.navigate('/call/', {info: 'why', history: 'replace'}),
          () => navigation.reload(),
        ]) {
          const done = once('navigatesuccess');
          act();
          await done;
        }
        tell([asked, log, list(), history.length, document.URL === location.href]);
      });`;
    const markup = `<a href="/link/">Link</a>
      <form method="post" action="/form/"><input name="a" value="b"></form>`;
    const site = await visit(frame, '/', script, markup);
    assert.deepEqual(await site.heard, [
      [
        ['push', '/link/', true, false, false, null, 'a', undefined],
        ['push', '/form/', true, false, false, [['a', 'b']], 'form', undefined],
        ['push', '/address/', true, false, false, null, undefined, undefined],
        ['push', '/state/', true, false, true, null, undefined, undefined],
        ['push', '/state/#end', true, true, true, null, undefined, undefined],
        ['replace', '/call/', true, false, false, null, undefined, 'why'],
        ['reload', '/call/', true, false, false, null, undefined, undefined],
      ],
      ['/link/', '/form/', '/address/', '/state/', '/state/#end', '/call/', '/call/'],
      ['/', '/link/', '/form/', '/address/', '/state/', '/call/'],
      6,
      true,
    ]);
    await site.isAt('/call/');
    assert.lengthOf(site.asked, 1);
  });

  it('goes back and forward, by script and by the reader, in the order of events', async () => {
    const script = `
      addEventListener('load', async () => {
        await soon();
        await navigation.navigate('#1', {state: {at: 1}}).finished;
        record('navigate', 'currententrychange', 'navigatesuccess');
        addEventListener('popstate', ({type}) => log.push(type));
        navigation.addEventListener('navigate', event => {
          log.push([event.navigationType, event.userInitiated, event.cancelable,
            event.destination.index, event.destination.getState() ?? null]);
          event.intercept({handler: () => { log.push('handler', navigation.transition.from.index) }});
        });
        const {committed, finished} = navigation.back({info: 1});
        committed.then(() => log.push('committed'));
        await finished;
        log.push('finished', location.hash, navigation.transition, navigation.canGoForward);
        const reader = once('navigatesuccess');
        tell('back');
        await reader;
        const names = await Promise.all([nameOf(navigation.forward().finished),
          nameOf(navigation.traverseTo('none').committed)]);
        tell([log, names, navigation.currentEntry.getState()]);
      });`;
    const site = await visit(frame, '/', script);
    assert.equal(await site.heard, 'back');
    const heard = frame.heard();
    await site.traverse(1);
    const moved = ['currententrychange', 'popstate'];
    const byScript = ['navigate', ['traverse', false, true, 0, null], ...moved, 'handler', 1];
    const done = ['committed', 'navigatesuccess', 'finished', '', null, true];
    const byReader = ['navigate', ['traverse', true, false, 1, {at: 1}], ...moved, 'handler', 0];
    assert.deepEqual(await heard, [
      [...byScript, ...done, ...byReader, 'navigatesuccess'],
      ['InvalidStateError', 'InvalidStateError'],
      {at: 1},
    ]);
  });

  it('can be told no, and says when a move fails or another overtakes it', async () => {
    const script = `
      record('navigateerror', 'navigatesuccess');
      let act = event => event.preventDefault();
      navigation.onnavigate = event => act(event);
      addEventListener('load', async () => {
        await soon();
        document.querySelector('a').click();
        history.pushState(null, '', '/no/');
        const names = [await nameOf(navigation.navigate('/no/').committed)];
        log.push(location.pathname, list().length);
        act = event => event.intercept({handler: async () => { throw new RangeError('broken') }});
        const failing = navigation.navigate('/broken/');
        names.push(await nameOf(failing.committed), await nameOf(failing.finished));
        act = event => {
          event.signal.onabort = () => log.push('aborted');
          event.intercept({handler: () => new Promise(() => {})});
        };
        const first = navigation.navigate('/slow/');
        act = event => event.intercept();
        const second = navigation.navigate('/quick/');
        names.push(await nameOf(first.finished), await nameOf(second.finished));
        names.push(await nameOf(navigation.navigate('http://').finished),
          await nameOf(navigation.navigate('/', {state: () => {}}).finished));
        tell([log, names, list()]);
      });`;
    const site = await visit(frame, '/', script, '<a href="/no/">No</a>');
    const no = ['navigateerror', 'navigateerror', 'navigateerror', '/', 1];
    const others = ['navigateerror', 'aborted', 'navigateerror', 'navigatesuccess'];
    const calls = ['AbortError', 'no error', 'RangeError', 'AbortError', 'no error'];
    assert.deepEqual(await site.heard, [
      [...no, ...others],
      [...calls, 'SyntaxError', 'DataCloneError'],
      ['/', '/broken/', '/slow/', '/quick/'],
    ]);
  });

  it('knows entries of earlier documents, and what was kept with them', async () => {
    const script = `
      addEventListener('load', async () => {
        await soon();
        if (location.pathname === '/1/') {
          navigation.updateCurrentEntry({state: {seen: true}});
          navigation.navigate('/2/', {state: {from: 'one'}});
        } else {
          const {activation, currentEntry} = navigation;
          const [first] = navigation.entries();
          tell([list(), first.getState(), first.sameDocument, currentEntry.getState(),
            activation.navigationType, activation.from === first, activation.entry === currentEntry]);
        }
      });`;
    const site = await visit(frame, '/1/', script);
    assert.deepEqual(await site.heard, [
      ['/1/', '/2/'],
      {seen: true},
      false,
      {from: 'one'},
      'push',
      true,
      true,
    ]);
  });

  it('tells entries that they are gone, and moves focus and scroll as with a new document', async () => {
    const script = `
      // Only what can be seen can have the focus, and that may take a moment.
      addEventListener('message', async () => {
        const button = document.querySelector('button');
        const options = {focusReset: 'manual', scroll: 'manual'};
        navigation.addEventListener('navigate', event => event.intercept(options), {once: true});
        while (document.activeElement !== button) {
          await soon();
          button.focus({preventScroll: true});
        }
        scrollTo(0, 200);
        await navigation.navigate('/2/').finished;
        log.push(document.activeElement.localName, scrollY);
        navigation.addEventListener('navigate', event => event.intercept());
        await navigation.navigate('/3/').finished;
        log.push(document.activeElement.localName, scrollY);
        button.focus({preventScroll: true});
        await navigation.navigate('#end').finished;
        // A browser may take its time to go to a fragment.
        while (scrollY === 0) await soon();
        log.push(document.activeElement.localName);
        await navigation.navigate('#2').finished;
        const second = navigation.currentEntry;
        second.ondispose = () => log.push('disposed', second.index);
        await navigation.back().finished;
        await navigation.navigate('/4/').finished;
        tell(log);
      });`;
    const markup = '<button>B</button><p style="margin-block: 200vh" id="end">End</p>';
    const site = await visit(frame, '/', script, markup);
    frame.post('go');
    assert.deepEqual(await site.heard, ['button', 200, 'body', 0, 'body', 'disposed', -1]);
  });
});
