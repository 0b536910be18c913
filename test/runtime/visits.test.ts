import {expect} from 'chai';
import type {Baseline, MemorySnapshot, ProjectSnapshot} from '../../src/protocol/snapshot.js';
import type {SnapshotKind, Snapshots, SnapshotStore} from '../../src/protocol/storage.js';
import {atEnd, freshName, open, tidyUp} from '../storage/storage.js';
import {Notes} from './notes.js';
import {newPool} from './pool.js';
import {sabotaged, type Sabotage} from './sabotage.js';
import {crash, unwatchWorkers, watchWorkers, workersAlive} from './workers.js';

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

/** How many interpreters of this page have gone on with a project that came from its snapshot. */
function resumed(): number {
  return performance.getEntriesByName('django-playground:resume').length;
}

/** With another fingerprint it is refused before anything of it is read. */
function damaged(memory: MemorySnapshot): Partial<MemorySnapshot> {
  return {fingerprint: `of another engine than ${memory.fingerprint}`};
}

/** In milliseconds: a reader does not wait as long as a test on a busy machine. */
const PATIENCE = {read: 120_000, write: 120_000};

describe('a visit', () => {
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
    const {snapshots} = open({name: freshName(), patience: PATIENCE});
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
    const {snapshots} = open({name: freshName(), patience: PATIENCE});
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

  it('starts from what the one before left', async () => {
    const store = await stored({});
    const before = resumed();
    await visit(store);
    expect(resumed()).to.equal(before + 1);
    expect(warnings).to.deep.equal([]);
    expect(store.removed).to.deep.equal([]);
  });

  it('starts the slower way where the baseline is refused, and makes all anew', async () => {
    const store = await stored({baseline: damaged(baseline)});
    await visit(store);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.include('slower');
    expect(store.removed).to.deep.equal(['project', 'baseline']);
    const before = resumed();
    await visit(store);
    expect(resumed(), 'resumed on the next visit').to.equal(before + 1);
    expect(warnings).to.have.lengthOf(1);
  });

  it('starts from the baseline where the project’s is refused, and makes that anew', async () => {
    const store = await stored({project: damaged(project.memory)});
    await visit(store);
    expect(warnings).to.have.lengthOf(1);
    expect(store.removed).to.deep.equal(['project']);
    const before = resumed();
    await visit(store);
    expect(resumed(), 'resumed on the next visit').to.equal(before + 1);
    expect(warnings).to.have.lengthOf(1);
  });

  it('loads a project that cannot go on', async () => {
    const store = await stored({});
    const failure = {code: 'internal', message: 'The Python side failed.'};
    await visit(store, {when: 'data.name === "resume"', failure});
    expect(warnings).to.have.lengthOf(1);
    expect(store.removed).to.deep.equal(['project']);
  });

  it('loads a project that crashed before its first answer', async () => {
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
