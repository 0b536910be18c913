import {expect} from 'chai';
import type {Pool} from '../../src/runtime/index.js';
import {freshName, open, tidyUp} from '../storage/storage.js';
import {Notes} from './notes.js';
import {newPool} from './pool.js';
import {crash, takeMost, unwatchWorkers, watchWorkers, workersAlive} from './workers.js';

function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

describe('a pool', () => {
  const sites: Notes[] = [];
  const pools: Pool[] = [];
  const site = (pool: Pool): Notes => {
    const made = new Notes(pool);
    pools.push(pool);
    sites.push(made);
    return made;
  };

  // Most find what others have made, so that their interpreters start in a moment.
  const storage = freshName();
  const keepingPool = (interpreters: number, spare = true, name = storage): Pool =>
    newPool({interpreters, spare, snapshots: open({name}).snapshots});

  before(watchWorkers);
  beforeEach(() => void takeMost());
  afterEach(async () => {
    for (const {session} of sites.splice(0)) session.stop();
    await Promise.all(pools.splice(0).map(pool => pool.prepared()));
    workersAlive().forEach(crash);
  });
  after(unwatchWorkers);
  after(tidyUp);

  for (const bound of [2, 3]) {
    it(`never has more than ${bound} interpreters alive, and every site its data`, async function () {
      this.timeout(900_000);
      const pool = keepingPool(bound, true, freshName());
      const all = Array.from({length: bound + 2}, () => site(pool));
      for (const [index, each] of all.entries()) {
        await each.run();
        await each.add(`of ${index}`);
        expect(pool.size).to.be.at.most(bound);
      }
      expect(all.filter(({session}) => session.serving).length).to.be.at.most(bound);
      for (const [index, each] of all.entries()) {
        expect((await each.page()).rows, `site ${index}`).to.deep.equal([`of ${index}`]);
      }
      await pool.prepared();
      expect(workersAlive().length).to.equal(pool.size);
      expect(takeMost()).to.be.at.most(bound);
    });
  }

  it('wakes a site once for all that is asked of it at a time', async () => {
    const pool = keepingPool(2, false);
    const [one, two, three] = [site(pool), site(pool), site(pool)];
    await one.run();
    await one.add('first');
    await two.run();
    await three.run();
    expect(one.session.serving).to.equal(false);
    const pages = await Promise.all([one.page(), one.page(), one.page()]);
    for (const {rows} of pages) expect(rows).to.deep.equal(['first']);
  });

  it('gives a spare away and makes another', async () => {
    const pool = keepingPool(2);
    const one = site(pool);
    await one.run();
    await one.add('first');
    await pool.prepared();
    expect(pool.size).to.equal(2);
    const spare = workersAlive().at(-1);
    expect(await one.run({revision: 1})).to.deep.equal({revision: 1, rows: ['first']});
    expect(workersAlive()).to.deep.equal([spare]);
    await pool.prepared();
    expect(pool.size).to.equal(2);
    expect(takeMost()).to.equal(2);
  });

  it('has nothing alive of sites that were stopped', async () => {
    const pool = keepingPool(3, false);
    const [one, two] = [site(pool), site(pool)];
    await one.run();
    await two.run();
    await pool.prepared();
    one.session.stop();
    two.session.stop();
    expect(pool.size).to.equal(0);
    expect(workersAlive()).to.deep.equal([]);
  });

  it('serves two series of Django', async () => {
    const pool = keepingPool(3);
    const [older, newer] = [site(pool), site(pool)];
    await older.run({series: '5.2'});
    await pool.prepared();
    await newer.run({series: '6.1'});
    await pool.prepared();
    await older.add('older');
    await newer.add('newer');
    expect((await older.run({series: '5.2', revision: 1})).rows).to.deep.equal(['older']);
    expect((await newer.run({series: '6.1', revision: 1})).rows).to.deep.equal(['newer']);
  });

  it('lets others wait for no endless loop longer than until it is stopped', async () => {
    const pool = keepingPool(2, false);
    const [one, two, three] = [site(pool), site(pool), site(pool)];
    await one.run();
    await one.add('one');
    await two.run();
    await two.add('two');
    const endless = failure(one.ask('/endless/'));
    // It takes the place of the other, which has nothing to do.
    expect((await three.run()).rows).to.deep.equal([]);
    expect((await two.page()).rows).to.deep.equal(['two']);
    const another = failure(two.ask('/endless/'));
    const waiting = three.page();
    one.session.stop();
    expect(await endless).to.have.property('code', 'stopped');
    expect((await waiting).rows).to.deep.equal([]);
    two.session.stop();
    expect(await another).to.have.property('code', 'stopped');
    expect((await one.page()).rows).to.deep.equal(['one']);
    expect((await two.page()).rows).to.deep.equal(['two']);
  });

  it('carries over what was answered while it starts a site anew', async () => {
    const pool = keepingPool(2, false);
    const one = site(pool);
    await one.run();
    const late = one.ask('/slow/', 'late').then(
      () => one.kept.push('late'),
      () => {},
    );
    const {rows} = await one.run({revision: 1});
    await late;
    expect(one.kept).to.deep.equal(['late']);
    expect(rows).to.deep.equal(one.kept);
  });

  it('starts a site anew that is in an endless loop', async () => {
    const pool = keepingPool(2, false);
    const one = site(pool);
    await one.run();
    await one.add('first');
    const endless = failure(one.ask('/endless/'));
    expect(await one.run({revision: 1})).to.deep.equal({revision: 1, rows: ['first']});
    expect(await endless).to.have.property('code', 'stopped');
    expect(workersAlive().length).to.equal(1);
  });

  it('leaves no interpreter behind when starts are overtaken', async () => {
    const pool = keepingPool(3);
    const one = site(pool);
    await one.run();
    await one.add('first');
    const overtaken: Promise<unknown>[] = [];
    for (let revision = 1; revision < 6; revision++) {
      overtaken.push(failure(one.run({revision})));
      // Each gets a little further than the one before.
      for (let turns = 0; turns < revision * 4; turns++) await nextTask();
    }
    expect(await one.run({revision: 6})).to.deep.equal({revision: 6, rows: ['first']});
    await Promise.all(overtaken);
    await pool.prepared();
    expect(workersAlive().length).to.equal(pool.size);
    one.session.stop();
    expect(pool.size).to.equal(1);
  });
});

function nextTask(): Promise<void> {
  const {port1, port2} = new MessageChannel();
  port2.postMessage(null);
  return new Promise(resolve => {
    port1.addEventListener('message', () => resolve(), {once: true});
    port1.start();
  });
}
