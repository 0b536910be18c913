import {expect} from 'chai';
import type {Baseline, MemorySnapshot, ProjectSnapshot} from '../../src/protocol/snapshot.js';
import type {SnapshotKind, Snapshots, SnapshotStore} from '../../src/protocol/storage.js';
import {checksum} from '../../src/worker/memory/pages.js';
import {atEnd, freshName, open, tidyUp} from '../storage/storage.js';
import {Notes} from './notes.js';
import {newPool} from './pool.js';
import {sabotaged, type Sabotage} from './sabotage.js';
import {crash, unwatchWorkers, watchWorkers, workersAlive} from './workers.js';

type Damage = (memory: MemorySnapshot, bytes: Uint8Array<ArrayBuffer>) => Partial<MemorySnapshot>;

/** What a real store was asked for. */
class Watched implements SnapshotStore {
  readonly #store: SnapshotStore;
  readonly written = new Map<SnapshotKind, string>();
  readonly removed: SnapshotKind[] = [];

  constructor(store: SnapshotStore) {
    this.#store = store;
  }

  read<Kind extends SnapshotKind>(kind: Kind, key: string): Promise<Snapshots[Kind] | undefined> {
    return this.#store.read(kind, key);
  }

  write<Kind extends SnapshotKind>(kind: Kind, key: string, snapshot: Snapshots[Kind]) {
    this.written.set(kind, key);
    return this.#store.write(kind, key, snapshot);
  }

  remove(kind: SnapshotKind, key: string): Promise<void> {
    this.removed.push(kind);
    return this.#store.remove(kind, key);
  }
}

function flip<View extends Uint8Array | Uint32Array>(view: View, index: number): View {
  const flipped = view.slice() as View;
  flipped[index] = (flipped[index] ?? 0) ^ 1;
  return flipped;
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'whose pages are cut short': (_, bytes) => ({pages: bytes.subarray(0, bytes.length >> 1)}),
  'with another bit in its pages': (_, bytes) => ({pages: flip(bytes, bytes.length >> 1)}),
  'with another bit in its runs': ({runs}) => ({runs: flip(runs, 2)}),
  'with another length of a run': ({runs}) => ({runs: flip(runs, 1)}),
  'of another engine': ({fingerprint}) => ({fingerprint: `${fingerprint}-other`}),
  'with other references': () => ({references: {objects: {hiwireKeys: 17}, localTime: {}}}),
  'that is whole and makes no sense': ({runs}, bytes) => {
    const nonsense = bytes.slice().fill(0xa5, bytes.length >> 3, bytes.length >> 1);
    return {pages: nonsense, checksum: checksum({runs, bytes: nonsense})};
  },
};

async function damage(memory: MemorySnapshot, how: Damage): Promise<Partial<MemorySnapshot>> {
  const {pages} = memory;
  const bytes = pages instanceof Uint8Array ? pages : new Uint8Array(await pages.arrayBuffer());
  return how(memory, bytes);
}

/** How many interpreters of this page have gone on with a project that came from its snapshot. */
function resumed(): number {
  return performance.getEntriesByName('django-playground:resume').length;
}

describe('a snapshot', () => {
  let baseline: Baseline;
  let project: ProjectSnapshot;
  let keys: ReadonlyMap<SnapshotKind, string>;
  const sites: Notes[] = [];
  const warnings: string[] = [];
  const {warn} = console;

  /** A visit: a page that has the site answer and then prepares for the next. */
  async function visit(snapshots: SnapshotStore, sabotage?: Sabotage): Promise<void> {
    const worker = sabotage && (await sabotaged(sabotage));
    const pool = newPool({snapshots, interpreters: 2, ...(worker && {worker})});
    const site = new Notes(pool);
    sites.push(site);
    expect(await site.run()).to.deep.equal({revision: 0, rows: []});
    expect((await site.add('first')).rows).to.deep.equal(['first']);
    await pool.prepared();
    site.session.stop();
    workersAlive().forEach(crash);
  }

  /** Storage as an earlier visit left it, but for what is changed in it. */
  async function stored(memories: {
    readonly baseline?: Partial<MemorySnapshot>;
    readonly project?: Partial<MemorySnapshot>;
  }): Promise<Watched> {
    const {snapshots} = open({name: freshName()});
    const changed = {
      baseline: {...baseline, ...memories.baseline},
      project: {...project, memory: {...project.memory, ...memories.project}},
    };
    for (const kind of ['baseline', 'project'] as const) {
      expect(await snapshots.write(kind, keys.get(kind) ?? '', changed[kind])).to.equal(true);
    }
    return new Watched(snapshots);
  }

  before(async () => {
    await watchWorkers();
    console.warn = (...args: unknown[]) => void warnings.push(args.join(' '));
    atEnd(() => (console.warn = warn));
    const {snapshots} = open({name: freshName()});
    const watched = new Watched(snapshots);
    await visit(watched);
    keys = new Map(watched.written);
    const read = <Kind extends SnapshotKind>(kind: Kind) =>
      snapshots.read(kind, keys.get(kind) ?? '');
    const [first, second] = await Promise.all([read('baseline'), read('project')]);
    if (!first || !second) throw new Error(`Only these were made: ${[...keys.keys()].join()}`);
    [baseline, project] = [first, second];
  });

  beforeEach(() => void warnings.splice(0));
  afterEach(() => {
    for (const {session} of sites.splice(0)) session.stop();
  });
  after(unwatchWorkers);
  after(tidyUp);

  it('is what the next visit starts from', async () => {
    const store = await stored({});
    const before = resumed();
    await visit(store);
    expect(resumed()).to.equal(before + 1);
    expect(warnings).to.deep.equal([]);
    expect(store.removed).to.deep.equal([]);
  });

  for (const kind of ['baseline', 'project'] as const) {
    const memoryOf = (): MemorySnapshot => (kind === 'baseline' ? baseline : project.memory);

    for (const [name, how] of Object.entries(DAMAGES)) {
      // Those of a baseline are not looked at where a project's lies over it.
      if (kind === 'baseline' && name === 'with other references') continue;
      it(`of a ${kind} ${name} is refused, and made again`, async () => {
        const store = await stored({[kind]: await damage(memoryOf(), how)});
        await visit(store);
        expect(warnings, 'warnings').to.have.lengthOf(1);
        expect(warnings[0]).to.include('slower');
        expect(store.removed).to.include(kind);
        const before = resumed();
        await visit(store);
        expect(resumed(), 'resumed on the next visit').to.equal(before + 1);
        expect(warnings, 'warnings').to.have.lengthOf(1);
      });
    }

    it(`of a ${kind} that cannot be read is refused`, async () => {
      const store = await stored({});
      const unreadable = {size: 4096, arrayBuffer: () => Promise.reject(new Error('gone'))};
      const spoilt = kind === 'baseline' ? {...baseline, pages: unreadable} : undefined;
      const original = store.read.bind(store);
      let served = false;
      store.read = async (asked, key) => {
        const found = await original(asked, key);
        if (asked !== kind || served || !found) return found;
        served = true;
        return (spoilt ?? {
          ...project,
          memory: {...project.memory, pages: unreadable},
        }) as typeof found;
      };
      await visit(store);
      expect(warnings, 'warnings').to.have.lengthOf(1);
      expect(store.removed).to.include(kind);
    });
  }

  it('of a project that belongs to another baseline is refused, and made again', async () => {
    const {snapshots} = open({name: freshName()});
    const other = new Watched(snapshots);
    await visit(other);
    const store = await stored({baseline: await snapshots.read('baseline', keys.get('baseline')!)});
    await visit(store);
    expect(warnings).to.have.lengthOf(1);
    expect(store.removed).to.deep.equal(['project']);
    const before = resumed();
    await visit(store);
    expect(resumed(), 'resumed on the next visit').to.equal(before + 1);
  });

  it('that cannot be restored in time is refused', async () => {
    const store = await stored({});
    await visit(store, {when: 'data.name === "boot" && data.ask.memory.length === 2'});
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.include('too long');
    expect(store.removed).to.deep.equal(['project']);
  });

  it('of a project that cannot go on is refused', async () => {
    const store = await stored({});
    const failure = {code: 'internal', message: 'The Python side failed.'};
    await visit(store, {when: 'data.name === "resume"', failure});
    expect(warnings).to.have.lengthOf(1);
    expect(store.removed).to.deep.equal(['project']);
  });

  it('of a project that crashes before its first answer is refused', async () => {
    const store = await stored({});
    const worker = await sabotaged({
      when: 'data.name === "resume" ? (self.isResumed = true, false) : self.isResumed',
      failure: {code: 'crashed', message: 'The interpreter crashed.'},
    });
    const site = new Notes(newPool({snapshots: store, worker}));
    sites.push(site);
    const error: unknown = await site.run().catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'crashed');
    expect(store.removed).to.deep.equal(['project']);
    expect(await site.page()).to.deep.equal({revision: 0, rows: []});
    expect(warnings).to.have.lengthOf(1);
  });
});
