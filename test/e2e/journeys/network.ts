/** What scripts of a site ask it for: requests, streams and sockets, through the page to Django. */
import assert from 'node:assert/strict';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {NETWORK_SITE} from '../network-site.js';
import {HTMX_2, htmxSite} from '../packages/htmx-site.js';
import {Playground} from '../playground.js';

journey('what scripts ask a site for', () => {
  let playground: Playground;

  /** What a script in the page comes to. */
  const run = (script: string): Promise<unknown> =>
    playground.output.evaluate(
      // oxlint-disable-next-line typescript/no-implied-eval -- it is this test's own text
      text => new Function(`return (async () => {${text}})()`)() as Promise<string>,
      script,
    );

  step('starts', async () => {
    playground = await Playground.on(await openPage('/pages/plain.html'));
    await playground.setFiles(NETWORK_SITE);
    await playground.run();
    await playground.output.shows('Scripts');
  });

  step('sends a form with fetch, with session and token', async () => {
    const found = await run(`
      const body = new FormData(document.querySelector('#form'));
      body.append('note', new File(['inside'], 'note.txt'));
      const bare = await fetch('/vote/', {method: 'POST', body: new URLSearchParams({choice: 1})});
      const response = await fetch('vote/', {method: 'POST', body});
      return [bare.status, response.status, response.statusText, await response.json()];
    `);
    const data = {
      method: 'POST',
      choice: '7',
      files: {note: 'inside'},
      visits: 1,
      origin: 'http://playground.localhost',
      cookie: true,
    };
    assert.deepEqual(found, [403, 201, 'Created', data]);
  });

  step('follows redirects, or not', async () => {
    const found = await run(`
      const followed = await fetch('/again/');
      const manual = await fetch('/again/', {redirect: 'manual'});
      const error = await fetch('/again/', {redirect: 'error'}).catch(({name}) => name);
      return [followed.redirected, followed.url, await followed.text(), manual.type, error];
    `);
    const followed = [true, 'http://playground.localhost/small/7/', 'number 7'];
    assert.deepEqual(found, [...followed, 'opaqueredirect', 'TypeError']);
  });

  step('uploads with XMLHttpRequest and tells of it', async () => {
    const found = await run(`
      const xhr = new XMLHttpRequest();
      const types = [];
      xhr.upload.onprogress = ({loaded, total}) => types.push(loaded === total && loaded > 3e6);
      xhr.open('POST', '/upload/');
      const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
      xhr.setRequestHeader('X-CSRFToken', token);
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(3e6)]));
      xhr.send(body);
      await new Promise(resolve => xhr.addEventListener('loadend', resolve));
      return [types.includes(true), xhr.status, xhr.responseText];
    `);
    assert.deepEqual(found, [true, 200, '3000000']);
  });

  step('gets a stream piece by piece', async () => {
    const found = await run(`
      const reader = (await fetch('/lines/')).body.getReader();
      const read = async () => new TextDecoder().decode((await reader.read()).value);
      const first = await read();
      await fetch('/open/lines/');
      return [first, await read(), (await reader.read()).done];
    `);
    assert.deepEqual(found, ['one', 'two', true]);
  });

  step('ends what nobody waits for', async () => {
    const found = await run(`
      const aborting = new AbortController();
      const failing = fetch('/slow/', {signal: aborting.signal}).catch(({name}) => name);
      await fetch('/small/1/');
      aborting.abort();
      for (;;) {
        const seen = await (await fetch('/seen/')).json();
        if (seen.length > 0) return [await failing, ...seen];
      }
    `);
    assert.deepEqual(found, ['AbortError', 'cancelled']);
  });

  step('hears events, and connects again', async () => {
    const found = await run(`
      const source = new EventSource('/events/');
      const heard = [];
      await new Promise(resolve => {
        source.onmessage = ({data}) => {
          heard.push(data);
          if (heard.length === 1) fetch('/open/events/');
          if (heard.length === 3) resolve();
        };
        source.addEventListener('vote', ({data, lastEventId}) => heard.push(data + lastEventId));
      });
      source.close();
      return heard;
    `);
    assert.deepEqual(found, ['since None', 'counted5', 'since 5']);
  });

  step('talks over WebSockets', async () => {
    const found = await run(`
      const open = (address, protocols) => {
        const socket = new WebSocket(address, protocols);
        const heard = [];
        let notice = () => {};
        const hear = item => (heard.push(item), notice());
        socket.onmessage = ({data}) => hear(data);
        socket.onclose = ({code, reason, wasClean}) => hear([code, reason, wasClean]);
        socket.take = async () => {
          while (heard.length === 0) await new Promise(resolve => (notice = resolve));
          return heard.shift();
        };
        return socket;
      };
      const socket = open('ws://playground.localhost/chat/', ['xml', 'json']);
      const other = open('/chat/');
      const origin = await socket.take();
      socket.send('hello');
      const text = await socket.take();
      socket.binaryType = 'arraybuffer';
      socket.send(new Uint8Array([1, 2, 3]));
      const bytes = [...new Uint8Array(await socket.take())];
      socket.send('bye');
      const closed = await socket.take();
      await other.take();
      other.close(3000, 'Done.');
      const own = await other.take();
      return [origin, socket.protocol, text, bytes, closed, own, await open('/forbidden/').take()];
    `);
    const told = ['http://playground.localhost', 'json', 'HELLO', [3, 2, 1]];
    const closed = [4001, 'Bye.', true];
    assert.deepEqual(found, [...told, closed, [3000, 'Done.', true], [1006, '', false]]);
  });

  step('answers fifty small requests without a stall', async () => {
    const found = (await run(`
      const ask = async number => (await fetch('/small/' + number + '/')).text();
      const times = async act => {
        const started = performance.now();
        await act();
        return performance.now() - started;
      };
      const alone = await times(async () => {
        for (let i = 0; i < 5; i++) await ask(i);
      }) / 5;
      let texts;
      let together = Infinity;
      // Something else may keep the machine busy for a moment, or for some.
      for (let tries = 0; tries < 20 && together > 50 * (5 * alone + 50); tries++) {
        together = await times(async () => {
          texts = await Promise.all(Array.from({length: 50}, (_, i) => ask(i)));
        });
      }
      return [texts.every((text, i) => text === 'number ' + i), alone, together];
    `)) as [boolean, number, number];
    const [isRight, alone, together] = found;
    assert.ok(isRight);
    const told = `One takes ${alone.toFixed(1)} ms, fifty take ${together.toFixed(1)} ms in ${ENGINE}`;
    assert.ok(together <= 50 * (5 * alone + 50), told);
  });

  step('shows them in the console', async () => {
    await playground.face.click({css: '.console-toggle'});
    await playground.face.shows('/again/');
    await playground.face.shows('/chat/');
    await playground.face.shows('/events/');
  });

  step('is what htmx asks, too', async () => {
    const {output, face} = playground;
    await playground.setFiles(await htmxSite(HTMX_2));
    await playground.run();
    await output.shows('No tab yet');
    await output.click({role: 'button', name: 'Tab 1'});
    await output.shows('This is tab 1');
    await playground.hasAddress('/tab/1/');
    await face.click({role: 'button', name: 'Back'});
    await output.shows('No tab yet');
    await playground.hasAddress('/');
    await output.type({role: 'textbox', name: 'Words'}, 'Hello\n');
    await output.shows('You said Hello');
  });
});
