import {assert, expect} from 'chai';
import {deleteDB} from 'idb';
import {
  atEnd,
  baseline,
  beNextVersion,
  failFirst,
  freshName,
  holdStores,
  holdUpgrade,
  open,
  openRaw,
  project,
  replaceIndexedDB,
  state,
  tidyUp,
  type TestStorage,
} from './storage.js';

const SHORT = {read: 100, write: 100};

/** All that can be asked of storage, which is as good as empty. */
async function expectEmpty({snapshots, states}: TestStorage): Promise<void> {
  expect(await snapshots.read('baseline', 'b')).to.equal(undefined);
  expect(await snapshots.write('baseline', 'b', baseline())).to.equal(false);
  expect(await snapshots.read('project', 'p')).to.equal(undefined);
  expect(await snapshots.write('project', 'p', project())).to.equal(false);
  await snapshots.remove('project', 'p');
  expect(await states.read('s')).to.equal(undefined);
  expect(await states.write('s', state())).to.equal(false);
  await states.remove('s');
}

async function expectWorking({snapshots, states}: TestStorage): Promise<void> {
  expect(await snapshots.write('baseline', 'works', baseline())).to.equal(true);
  assert(await snapshots.read('baseline', 'works'), 'The snapshot was not found.');
  expect(await states.write('works', state())).to.equal(true);
  expect(await states.read('works')).to.deep.equal(state());
}

/** One for what is slower, one for what is lost. */
function expectTwoWarnings({warnings}: TestStorage, what: string): void {
  expect(warnings).to.have.length(2);
  for (const warning of warnings) expect(warning).to.include(what);
  expect(warnings[0]).to.include('Django starts more slowly');
  expect(warnings[1]).to.include('lost with a reload');
}

describe('storage that cannot be used', () => {
  afterEach(tidyUp);

  it('is not there at all', async () => {
    const storage = open({name: freshName()});
    replaceIndexedDB(undefined);
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'store nothing');
  });

  it('refuses to be opened', async () => {
    const storage = open({name: freshName()});
    replaceIndexedDB({
      open() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'store nothing');
  });

  it('fails with an error that nobody foresaw', async () => {
    const storage = open({name: freshName()});
    replaceIndexedDB({
      open() {
        throw new DOMException('Disk on fire.', 'UnknownError');
      },
    });
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'Disk on fire.');
  });

  it('is not touched before it is used', () => {
    const name = freshName();
    let touched = 0;
    replaceIndexedDB({open: () => (touched += 1)});
    open({name});
    expect(touched).to.equal(0);
  });

  it('hangs while it is opened, and is used once it has opened', async () => {
    const name = freshName();
    const release = await holdUpgrade(name);
    const storage = open({name, patience: SHORT});
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'does not answer');
    release();
    // Opened after the storage, which waits in the same line.
    await openRaw(name, 1);
    await expectWorking(storage);
  });

  it('hangs while it is opened, and keeps nobody waiting twice', async () => {
    const name = freshName();
    const release = await holdUpgrade(name);
    const {snapshots} = open({name, patience: {read: 1000, write: 1000}});
    await snapshots.read('baseline', 'b');
    const started = performance.now();
    await snapshots.read('baseline', 'b');
    expect(performance.now() - started).to.be.below(1000);
    release();
  });

  it('hangs while it is read or written, and is used once it no longer does', async () => {
    const name = freshName();
    const patient = open({name});
    await patient.snapshots.write('baseline', 'b', baseline());
    await patient.states.write('s', state());
    const storage = open({name, patience: SHORT});
    const release = await holdStores(name);
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'does not answer');
    release();
    assert(await patient.snapshots.read('baseline', 'b'), 'It was changed after all.');
    expect(await patient.states.read('s')).to.deep.equal(state());
    await expectWorking(storage);
  });
});

describe('storage that another tab changes', () => {
  afterEach(tidyUp);

  it('is of a newer version', async () => {
    const name = freshName();
    await openRaw(name, 1000);
    const storage = open({name});
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'newer version');
  });

  it('gives way to a newer version', async () => {
    const name = freshName();
    const storage = open({name});
    await expectWorking(storage);
    const newer = await openRaw(name, 1000);
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'newer version');
    expect(await newer.count('states'), 'states that the newer version finds').to.equal(1);
  });

  it('is of an older version, and is upgraded', async () => {
    const name = freshName();
    await open({name}).states.write('works', state());
    beNextVersion();
    const storage = open({name});
    expect(await storage.states.read('works')).to.deep.equal(state());
    await expectWorking(storage);
    expect(storage.warnings).to.deep.equal([]);
  });

  it('is kept back by an older version, until that is closed', async () => {
    const name = freshName();
    await open({name}).states.write('works', state());
    const old = await openRaw(name, 1);
    beNextVersion();
    const storage = open({name});
    await expectEmpty(storage);
    expectTwoWarnings(storage, 'Another tab');
    old.close();
    // Opened after the storage, which waits in the same line.
    (await openRaw(name)).close();
    expect(await storage.states.read('works')).to.deep.equal(state());
    await expectWorking(storage);
  });

  it('is deleted, and made again', async () => {
    const name = freshName();
    const storage = open({name});
    await expectWorking(storage);
    await deleteDB(name);
    expect(await storage.states.read('works')).to.equal(undefined);
    await expectWorking(storage);
    expect(storage.warnings).to.deep.equal([]);
  });

  it('is closed by the browser, and opened again', async () => {
    const name = freshName();
    const connections: IDBDatabase[] = [];
    const {open: original} = IDBFactory.prototype;
    IDBFactory.prototype.open = function spy(...args) {
      const request = original.apply(this, args);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
    atEnd(() => (IDBFactory.prototype.open = original));
    const storage = open({name});
    for (const announced of [true, false]) {
      await expectWorking(storage);
      const connection = connections.at(-1);
      connection?.close();
      if (announced) connection?.dispatchEvent(new Event('close'));
    }
    await expectWorking(storage);
    expect(connections).to.have.length(3);
    expect(storage.warnings).to.deep.equal([]);
  });

  it('is being cleared by the browser, and opened again', async () => {
    const storage = open({name: freshName()});
    const error = new DOMException('The connection was closed.', 'AbortError');
    failFirst(IDBFactory.prototype, 'open', 1, error);
    await expectWorking(storage);
    expect(storage.warnings).to.deep.equal([]);
  });
});
