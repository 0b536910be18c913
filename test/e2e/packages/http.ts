/** A site whose Python asks other hosts, with urllib, requests and httpx as they are. */
import assert from 'node:assert/strict';
import {it} from 'node:test';
import {wheels} from '../../setup/wheels.js';
import {SECRET, hideSecrets} from '../attempts.js';
import type {Tab} from '../drivers/driver.js';
import {elsewhere, journey, openPage, step} from '../journey.js';
import {OTHER_SITE, type Echo} from '../other-site.js';
import {Playground} from '../playground.js';

const CLIENTS = ['urllib', 'requests', 'httpx', 'waiting', 'async'] as const;
type Client = (typeof CLIENTS)[number];

/** What each raises for a host that does not allow it, among the classes of the exception. */
const REFUSALS: Readonly<Record<Client, string>> = {
  urllib: 'URLError',
  requests: 'ConnectionError',
  httpx: 'ConnectError',
  waiting: 'ConnectError',
  async: 'ConnectError',
};

interface Reply {
  readonly status?: number;
  readonly url?: string;
  readonly said?: string;
  readonly text?: string;
  readonly error?: readonly string[];
  readonly message?: string;
}

const files = await Promise.all([wheels('requests'), wheels('httpx')]).catch((error: unknown) => {
  void it('a site that asks other hosts', {skip: `no packages to be had: ${String(error)}`});
  return undefined;
});

if (files) journey('a site that asks other hosts', () => visitSite([...new Set(files.flat())]));

function visitSite(names: readonly string[]): void {
  let tab: Tab;
  let playground: Playground;

  const ask = async (client: Client, url: string, method = 'GET', token = ''): Promise<Reply> => {
    const body = method === 'POST' ? 'a=b' : '';
    const query = new URLSearchParams({url, method, body, token});
    const {status, text} = await playground.request(`/ask/${client}/?${query}`);
    assert.equal(status, 200, text.slice(0, 4000));
    return JSON.parse(text) as Reply;
  };
  const data = async (path: string, url: string): Promise<unknown> => {
    const {status, text} = await playground.request(`${path}?${new URLSearchParams({url})}`);
    assert.equal(status, 200, text.slice(0, 4000));
    return JSON.parse(text);
  };

  step('starts', async () => {
    tab = await openPage('/pages/http.html');
    await tab.evaluate(hideSecrets, SECRET);
    await tab.evaluate(require, names);
    playground = await Playground.on(tab);
    await playground.run();
    await playground.output.shows('Ask others.');
  });

  step('gets answers from one that shares them', async () => {
    for (const client of CLIENTS) {
      const {status, said, text = '', ...rest} = await ask(client, other('teapot'), 'POST', 'mine');
      if (client === 'urllib') {
        assert.ok(rest.error?.includes('HTTPError'), JSON.stringify(rest));
        continue;
      }
      assert.deepEqual([client, status, said], [client, 418, 'so'], JSON.stringify(rest));
      const echo = JSON.parse(text) as Echo;
      assert.deepEqual([echo.method, echo.body, echo.token], ['POST', 'a=b', 'mine']);
      // Nothing of the page's own goes along.
      assert.deepEqual([echo.cookie, echo.origin], [null, 'null']);
    }
  });

  step('follows redirects', async () => {
    for (const client of CLIENTS) {
      const {status, url, text = '', message = ''} = await ask(client, other('moved'));
      assert.deepEqual([client, status, url], [client, 200, other('echo')], message);
      assert.equal((JSON.parse(text) as Echo).path, `${OTHER_SITE}echo`);
    }
  });

  step('is told of one that does not', async () => {
    const {host} = new URL(elsewhere().origin);
    for (const client of CLIENTS) {
      const {error = [], message = '', text} = await ask(client, other('private/'));
      assert.ok(error.includes(REFUSALS[client]), `${client}: ${text ?? error.join()}`);
      for (const part of [host, 'did not let this site read', 'Access-Control-Allow-Origin'])
        assert.ok(message.includes(part), `${client}: ${message}`);
    }
  });

  step('is told that it cannot ask itself', async () => {
    for (const client of CLIENTS) {
      const {error = [], message = ''} = await ask(client, 'http://playground.localhost/');
      assert.ok(error.includes(REFUSALS[client]), `${client}: ${error.join()}`);
      assert.match(message, /an address of this very site/);
    }
  });

  step('cannot read what the page may', async () => {
    const {origin} = new URL(await tab.evaluate(() => location.href));
    for (const client of CLIENTS) {
      for (const path of ['/pages/secret.txt', '/pages/isolation.html']) {
        const {error = [], text} = await ask(client, origin + path);
        assert.ok(error.includes(REFUSALS[client]), `${client} reads ${path}: ${text}`);
      }
    }
  });

  step('gives up, takes pieces and asks several at once', async () => {
    const late = ['ReadTimeout', 'ReadTimeout', 'ReadTimeout'];
    assert.deepEqual(await data('/late/', other('never')), late);
    assert.equal(((await data('/pieces/', other('pieces'))) as string[]).join(''), 'one two');
    assert.deepEqual(await data('/together/', other('echo')), [200, 200, 200, 200, 200]);
  });
}

/** An address on the other host. */
function other(path: string): string {
  return elsewhere().origin + OTHER_SITE + path;
}

/** Runs in the page. */
function require(names: readonly string[]): void {
  const playground = document.querySelector('django-playground')!;
  playground.setAttribute('requirements', names.map(name => `/wheels/${name}`).join(' '));
}
