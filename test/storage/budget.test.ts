import {expect} from 'chai';
import type {SnapshotStore} from '../../src/protocol/storage.js';
import {
  baseline,
  bytes,
  failFirst,
  freshName,
  open,
  openRaw,
  project,
  state,
  tidyUp,
} from './storage.js';

/** What the pages of three snapshots fit into, with their runs. */
const BUDGET = 3 * 1100;

const FULL = new DOMException('There is no room left.', 'QuotaExceededError');

/** Which of the baselines are there. Reading them would count as use. */
async function keysOf(name: string): Promise<string[]> {
  const raw = await openRaw(name);
  const entries = await raw.getAllKeys('entries');
  expect(await raw.getAllKeys('snapshots'), 'what there is of snapshots').to.deep.equal(entries);
  raw.close();
  return entries.map(id => (id as string[])[1] ?? '');
}

async function fill(snapshots: SnapshotStore, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    expect(await snapshots.write('baseline', key, baseline()), key).to.equal(true);
  }
}

describe('the room for snapshots', () => {
  afterEach(tidyUp);

  it('is made by letting go of the least recently written', async () => {
    const name = freshName();
    const {snapshots, warnings} = open({name, budget: BUDGET});
    await fill(snapshots, 'd', 'c', 'b', 'a');
    expect(await keysOf(name)).to.deep.equal(['a', 'b', 'c']);
    expect(warnings).to.deep.equal([]);
  });

  it('goes to what was read', async () => {
    const name = freshName();
    const {snapshots} = open({name, budget: BUDGET});
    await fill(snapshots, 'a', 'b', 'c');
    await snapshots.read('baseline', 'a');
    await fill(snapshots, 'd');
    expect(await keysOf(name)).to.deep.equal(['a', 'c', 'd']);
  });

  it('is shared by baselines and projects, with all that belongs to them', async () => {
    const name = freshName();
    const {snapshots} = open({name, budget: BUDGET});
    await snapshots.write('project', 'p', project());
    await fill(snapshots, 'a', 'b');
    // A project has 300 bytes of files beside its 1016 of memory, too many for a third baseline.
    expect(await keysOf(name)).to.deep.equal(['a', 'b']);
  });

  it('is not taken twice by what is written again', async () => {
    const name = freshName();
    const {snapshots} = open({name, budget: BUDGET});
    await fill(snapshots, 'a', 'b', 'c', 'b', 'c');
    expect(await keysOf(name)).to.deep.equal(['a', 'b', 'c']);
  });

  it('is not given to a snapshot larger than all of it', async () => {
    const name = freshName();
    const {snapshots, warnings} = open({name, budget: BUDGET});
    await fill(snapshots, 'a', 'b');
    for (const _ of [1, 2]) {
      const large = baseline(new Blob([bytes(BUDGET)]));
      expect(await snapshots.write('baseline', 'large', large)).to.equal(false);
    }
    expect(await keysOf(name)).to.deep.equal(['a', 'b']);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('too large').and.include('starts more slowly');
  });

  it('is never more than a fifth of what the browser grants', async () => {
    const name = freshName();
    const {snapshots} = open({name, budget: BUDGET});
    await withQuota(BUDGET * 5 - 2000, () => fill(snapshots, 'a', 'b', 'c'));
    expect(await keysOf(name)).to.deep.equal(['b', 'c']);
  });

  it('is what it was told where the browser does not say what it grants', async () => {
    const name = freshName();
    const {snapshots} = open({name, budget: BUDGET});
    await withQuota(undefined, () => fill(snapshots, 'a', 'b', 'c'));
    expect(await keysOf(name)).to.deep.equal(['a', 'b', 'c']);
  });

  it('is shared with another tab that writes at the same time', async () => {
    const name = freshName();
    const tabs = [open({name, budget: BUDGET}), open({name, budget: BUDGET})];
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const kept = await Promise.all(
      tabs.flatMap(({snapshots}) => keys.map(key => snapshots.write('baseline', key, baseline()))),
    );
    expect(kept).to.deep.equal(kept.map(() => true));
    expect(await keysOf(name)).to.have.length(3);
    expect(tabs.flatMap(({warnings}) => warnings)).to.deep.equal([]);
  });

  it('is made, and asked for once more, where the browser has none', async () => {
    const name = freshName();
    const {snapshots, warnings} = open({name});
    await fill(snapshots, 'a', 'b', 'c');
    failFirst(IDBObjectStore.prototype, 'put', 1, FULL);
    expect(await snapshots.write('baseline', 'd', baseline())).to.equal(true);
    expect(await keysOf(name)).to.deep.equal(['b', 'c', 'd']);
    expect(warnings).to.deep.equal([]);
  });

  it('is given up where the browser has none then either', async () => {
    const name = freshName();
    const {snapshots, warnings} = open({name});
    await fill(snapshots, 'a', 'b', 'c');
    for (const left of [['b', 'c'], ['c']]) {
      failFirst(IDBObjectStore.prototype, 'put', 2, FULL);
      expect(await snapshots.write('baseline', 'd', baseline())).to.equal(false);
      expect(await keysOf(name)).to.deep.equal(left);
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('full').and.include('starts more slowly');
  });

  it('is given up for what a reader did, which is never let go', async () => {
    const name = freshName();
    const {snapshots, states, warnings} = open({name, budget: BUDGET});
    await states.write('s', state());
    await fill(snapshots, 'a', 'b', 'c', 'd');
    failFirst(IDBObjectStore.prototype, 'put', 1, FULL);
    // With what caches keep it takes more than one snapshot does.
    expect(await states.write('t', state())).to.equal(true);
    expect(await keysOf(name)).to.deep.equal(['d']);
    expect(await states.read('s')).to.deep.equal(state());
    expect(warnings).to.deep.equal([]);
  });
});

/** @param quota In bytes; `undefined` for a browser that cannot be asked. */
async function withQuota(quota: number | undefined, run: () => Promise<void>): Promise<void> {
  const estimate = quota === undefined ? undefined : () => Promise.resolve({quota});
  Object.defineProperty(navigator.storage, 'estimate', {value: estimate, configurable: true});
  try {
    await run();
  } finally {
    Reflect.deleteProperty(navigator.storage, 'estimate');
  }
}
