import {assert, expect} from 'chai';
import type {MemorySnapshot} from '../../src/protocol/snapshot.js';
import {
  atEnd,
  baseline,
  bytes,
  freshName,
  keepBusy,
  open,
  opened,
  openRaw,
  project,
  read,
  tidyUp,
} from './storage.js';

describe('snapshots in storage', () => {
  afterEach(tidyUp);

  it('come back as they were', async () => {
    const name = freshName();
    const before = open({name});
    expect(await before.snapshots.write('baseline', 'b', baseline())).to.equal(true);
    expect(await before.snapshots.write('project', 'p', project())).to.equal(true);

    const after = open({name});
    expect(await opened(await after.snapshots.read('baseline', 'b'))).to.deep.equal(baseline());
    const found = await after.snapshots.read('project', 'p');
    assert(found, 'The project was not found.');
    expect({...found, memory: await opened(found.memory)}).to.deep.equal(project());
    expect([...before.warnings, ...after.warnings]).to.deep.equal([]);
  });

  it('have their pages in a blob, whether they had before or not', async () => {
    const {snapshots} = open({name: freshName()});
    const pages = bytes(3_000_000);
    await snapshots.write('baseline', 'bytes', baseline(pages));
    await snapshots.write('baseline', 'blob', baseline(new Blob([pages])));
    for (const key of ['bytes', 'blob']) {
      const found = await snapshots.read('baseline', key);
      expect(found?.pages, key).to.be.instanceOf(Blob);
      expect(found && (await read(found.pages)), key).to.deep.equal(pages);
    }
  });

  const refusals: [how: string, refuse: (store: IDBObjectStore) => IDBRequest<IDBValidKey>][] = [
    ['fails', refuseBlob],
    ['never ends', keepBusy],
  ];
  for (const [how, refuse] of refusals) {
    it(`have them in bytes where storing a blob ${how}`, async () => {
      const {put} = IDBObjectStore.prototype;
      atEnd(() => (IDBObjectStore.prototype.put = put));
      IDBObjectStore.prototype.put = function putNoBlob(value: unknown, key) {
        return hasBlob(value) ? refuse(this) : put.call(this, value, key);
      };
      const {snapshots, warnings} = open({name: freshName()});
      const pages = bytes(1000);
      for (const given of [pages, new Blob([pages])]) {
        expect(await snapshots.write('baseline', 'b', baseline(given))).to.equal(true);
        expect((await snapshots.read('baseline', 'b'))?.pages).to.deep.equal(pages);
      }
      expect(warnings).to.deep.equal([]);
    });
  }

  it('are left as they were given', async () => {
    const {snapshots} = open({name: freshName()});
    const buffer = bytes(1000).buffer;
    const given = {...project(), memory: baseline(new Uint8Array(buffer, 8, 100))};
    const copy = structuredClone(given);
    await snapshots.write('project', 'p', given);
    expect(given).to.deep.equal(copy);
    expect(buffer.byteLength).to.equal(1000);
  });

  it('are stored without the rest of the buffers that they are parts of', async () => {
    const {snapshots} = open({name: freshName()});
    const content = bytes(5000).subarray(10, 20);
    const runs = new Uint32Array(100).subarray(0, 4);
    await snapshots.write('project', 'p', {
      ...project(),
      memory: {...baseline(), runs},
      written: [{path: 'a', content}],
    });
    const found = await snapshots.read('project', 'p');
    assert(found, 'The project was not found.');
    expect(found.written[0]?.content).to.deep.equal(content);
    expect(found.written[0]?.content.buffer.byteLength).to.equal(10);
    expect(found.memory.runs.buffer.byteLength).to.equal(16);
  });

  it('are not found under another kind or key', async () => {
    const {snapshots, warnings} = open({name: freshName()});
    await snapshots.write('baseline', 'a', baseline());
    expect(await snapshots.read('project', 'a')).to.equal(undefined);
    expect(await snapshots.read('baseline', 'b')).to.equal(undefined);
    expect(warnings).to.deep.equal([]);
  });

  it('are replaced, and removed', async () => {
    const name = freshName();
    const {snapshots, warnings} = open({name});
    await snapshots.write('baseline', 'a', baseline(bytes(10)));
    await snapshots.write('baseline', 'a', baseline(bytes(20)));
    expect((await snapshots.read('baseline', 'a')) as MemorySnapshot)
      .to.have.property('pages')
      .with.property('size', 20);
    await snapshots.remove('baseline', 'a');
    await snapshots.remove('project', 'never there');
    expect(await snapshots.read('baseline', 'a')).to.equal(undefined);
    const raw = await openRaw(name);
    expect(await raw.count('entries')).to.equal(0);
    expect(await raw.count('snapshots')).to.equal(0);
    expect(warnings).to.deep.equal([]);
  });
});

function hasBlob(value: unknown): boolean {
  if (value instanceof Blob) return true;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some(hasBlob);
}

/** As WebKit does in a private window: the request fails, and its transaction with it. */
function refuseBlob(store: IDBObjectStore): never {
  store.transaction.abort();
  throw new DOMException('Error preparing Blob/File data', 'UnknownError');
}
