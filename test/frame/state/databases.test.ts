import {assert} from 'chai';
import {databasesScript} from '../../../src/frame/index.js';
import type {DatabaseDump} from '../../../src/protocol/frame-state.js';
import {makeOutput} from '../output.js';
import {makeState, run} from './run.js';

/** A connection to the database of these tests, and the answer to a request. */
const OPEN = `
  const answer = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const request = indexedDB.open('notes', 2);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    const store = request.result.createObjectStore('notes', {keyPath: 'id', autoIncrement: true});
    store.createIndex('tag', 'tag');
  };
  const database = await answer(request);
  const notes = mode => database.transaction('notes', mode).objectStore('notes');
`;

describe('databases of a document', () => {
  let frame: ReturnType<typeof makeOutput>;
  beforeEach(() => (frame = makeOutput()));
  afterEach(() => frame.remove());

  async function runWith(known: readonly DatabaseDump[], body: string): Promise<unknown> {
    const databases = {script: await databasesScript(), known, caches: []};
    return run(frame, body, {state: makeState({databases})});
  }

  it('are there for the next', async () => {
    const first = await runWith(
      [],
      `${OPEN}
       await answer(notes('readwrite').add({tag: 'a', at: new Date(0)}));
       return [isNew, request instanceof IDBOpenDBRequest, database instanceof IDBDatabase]`,
    );
    assert.deepEqual(first, [true, true, true]);
    let {dump} = await frame.next('database');
    while (dump.stores[0]?.entries.length === 0) ({dump} = await frame.next('database'));
    const second = await runWith(
      [dump],
      `${OPEN}
       await answer(notes('readwrite').add({tag: 'b'}));
       return [isNew, await answer(notes().getAll()), await answer(notes().index('tag').getKey('b')),
         await indexedDB.databases()]`,
    );
    assert.deepEqual(second, [
      false,
      [
        {id: 1, tag: 'a', at: new Date(0)},
        {id: 2, tag: 'b'},
      ],
      2,
      [{name: 'notes', version: 2}],
    ]);
  });

  it('can be deleted', async () => {
    await runWith([{name: 'old', version: 1, stores: []}], `indexedDB.deleteDatabase('old')`);
    assert.deepEqual((await frame.next('database')).dump, {name: 'old', version: 0, stores: []});
  });
});
