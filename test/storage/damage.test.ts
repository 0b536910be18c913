import {assert, expect} from 'chai';
import type {IDBPDatabase} from 'idb';
import type {MemorySnapshot} from '../../src/protocol/snapshot.js';
import {
  baseline,
  bytes,
  failFirst,
  freshName,
  open,
  openRaw,
  project,
  tidyUp,
  type TestStorage,
} from './storage.js';

/** What can have happened to a stored baseline. */
const DAMAGES: [what: string, damage: (snapshot: MemorySnapshot) => unknown][] = [
  ['pages cut off', stored => ({...stored, pages: (stored.pages as Blob).slice(0, 999)})],
  ['pages of bytes cut off', stored => ({...stored, pages: bytes(999)})],
  ['something else for pages', stored => ({...stored, pages: 'pages'})],
  ['no runs', stored => ({...stored, runs: undefined})],
  ['runs of another type', stored => ({...stored, runs: [0, 1]})],
  ['no references', stored => ({...stored, references: null})],
  ['a project in its place', () => project()],
  ['a text in its place', () => 'a snapshot'],
];

const ID = ['baseline', 'b'];

describe('a damaged snapshot', () => {
  let storage: TestStorage;
  let raw: IDBPDatabase;

  beforeEach(async () => {
    const name = freshName();
    storage = open({name});
    expect(await storage.snapshots.write('baseline', 'b', baseline())).to.equal(true);
    raw = await openRaw(name);
  });

  afterEach(tidyUp);

  async function expectRemoved(): Promise<void> {
    expect(await storage.snapshots.read('baseline', 'b')).to.equal(undefined);
    expect(await raw.count('entries'), 'entries').to.equal(0);
    expect(await raw.count('snapshots'), 'snapshots').to.equal(0);
    expect(storage.warnings).to.have.length(1);
    expect(storage.warnings[0]).to.include('damaged').and.include('starts more slowly');
    expect(await storage.snapshots.write('baseline', 'b', baseline())).to.equal(true);
    assert(await storage.snapshots.read('baseline', 'b'), 'A new one was not found.');
    expect(storage.warnings).to.have.length(1);
  }

  for (const [what, damage] of DAMAGES) {
    it(`with ${what} is not found, and is removed`, async () => {
      const stored = (await raw.get('snapshots', ID)) as MemorySnapshot;
      await raw.put('snapshots', damage(stored), ID);
      await expectRemoved();
    });
  }

  it('of which only the entry is left is not found, and is removed', async () => {
    await raw.delete('snapshots', ID);
    await expectRemoved();
  });

  it('of which the entry is gone is not found, and is removed', async () => {
    await raw.delete('entries', ID);
    await expectRemoved();
  });

  it('whose pages cannot be read is not found, and is removed', async () => {
    const error = new DOMException('The file is gone.', 'NotReadableError');
    failFirst(Blob.prototype, 'arrayBuffer', 1, error);
    await expectRemoved();
  });

  it('that the browser cannot decode is not found, and is removed', async () => {
    failFirst(IDBObjectStore.prototype, 'get', 1, new DOMException('Failed to read.', 'DataError'));
    await expectRemoved();
  });

  it('that is a project is not found, and is removed', async () => {
    const {snapshots, warnings} = storage;
    const places: object[] = [{memory: null}, {written: [{path: 'a'}]}, {report: undefined}];
    for (const place of places) {
      await raw.put('snapshots', {...project(), ...place}, ['project', 'p']);
      const what = JSON.stringify(place);
      expect(await snapshots.read('project', 'p'), what).to.equal(undefined);
      expect(await raw.get('snapshots', ['project', 'p']), what).to.equal(undefined);
    }
    expect(warnings).to.have.length(1);
  });
});
