import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import type {File} from '../../page/tiny-site.js';
import {run} from './site-output.js';

const js = (text: string): File => [text, 'text/javascript'];

const files = {
  '/m/a.js': js(
    'import {b} from "./b.js"; import {kept} from "kept"; export const a = [b, kept, import.meta.url];',
  ),
  '/m/b.js': js('globalThis.count = (globalThis.count ?? 0) + 1; export const b = "b";'),
  '/m/kept.js': js(
    'globalThis.keptCount = (globalThis.keptCount ?? 0) + 1; export const kept = "kept";',
  ),
  '/m/asks.js': js('export const ask = name => import(`./${name}.js`);'),
  '/m/classic.js': js(
    'globalThis.ask = name => import("./" + name + ".js"); globalThis.b = import("./b.js");',
  ),
};

const say = (name: string): File => js(`seen.push("${name}")`);

const map =
  '<script type=importmap>{"imports": {"kept": "/m/kept.js", "asks": "/m/asks.js"}}</script>';

describe('a module asked for by an address that only turns out when it is', () => {
  const expected = [['b', 'kept', `${SITE_ORIGIN}/m/a.js`], 1, 1];

  it('is imported by a module, once, with what it imports', async () => {
    const {said} = await run(
      `const {ask} = await import('asks');
       const {kept} = await import('kept');
       const {a} = await ask('a');
       await ask('b');
       return [a, count, keptCount]`,
      files,
      map,
    );
    assert.deepEqual(said, expected);
  });

  it('is imported by a script with a place of its own', async () => {
    const {said} = await run(
      `await b;
       const {a} = await ask('a');
       return [a, count, keptCount]`,
      files,
      `${map}<script src=/m/classic.js></script>`,
    );
    assert.deepEqual(said, expected);
  });

  it('is imported by a script in the document, or added to it', async () => {
    const {said} = await run(
      `const name = 'a';
       const {a} = await import('/m/' + name + '.js');
       const script = Object.assign(document.createElement('script'), {type: 'module', src: '/m/b.js'});
       document.body.append(script);
       await told(script, 'load', 'error');
       return [a, count, keptCount]`,
      files,
      map,
    );
    assert.deepEqual(said, expected);
  });

  it('is imported in a page that has no others', async () => {
    const {said} = await run(
      `const name = 'b';
       return (await import('/m/' + name + '.js')).b`,
      files,
    );
    assert.equal(said, 'b');
  });

  it('fails where there is none', async () => {
    const {said} = await run(
      `const name = 'none';
       return import('/m/' + name + '.js').then(() => 'there', error => error.name)`,
      files,
    );
    assert.equal(said, 'TypeError');
  });
});

describe('scripts of a page', () => {
  it('run in the order that HTML has for them', async () => {
    const {said} = await run(
      `await told(window, 'load');
       return seen`,
      {
        '/defer.js': say('defer'),
        '/plain.js': say('plain'),
        '/module.js': say('module'),
        '/later.js': say('defer 2'),
      },
      `<script>globalThis.seen = []; document.addEventListener('DOMContentLoaded', () => seen.push('parsed'))</script>
       <script defer src=/defer.js></script><script type=module src=/module.js></script>
       <script type=module>seen.push('inline module')</script><script src=/plain.js></script>
       <script defer src=/later.js></script><script>seen.push('inline')</script>`,
    );
    assert.deepEqual(said, [
      'plain',
      'inline',
      'defer',
      'module',
      'inline module',
      'defer 2',
      'parsed',
    ]);
  });
});
