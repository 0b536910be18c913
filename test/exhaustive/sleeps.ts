import {expect} from 'chai';
import {Notes} from '../runtime/notes.js';
import {newPool} from '../runtime/pool.js';
import {crash, unwatchWorkers, watchWorkers, workersAlive} from '../runtime/workers.js';

/**
 * A site that loses its interpreter answers what it was asked meanwhile.
 *
 * @param turns how many microtasks after somebody else wanted its interpreter it is asked.
 */
export function survivesSleep(turns: readonly number[]): void {
  describe('a site that falls asleep just when it is asked', () => {
    const pool = newPool({interpreters: 2, spare: false});
    const [one, two] = [new Notes(pool), new Notes(pool)];

    before(watchWorkers);
    before(async () => {
      await two.run();
      await one.run();
      await one.add('first');
    });
    after(async () => {
      for (const {session} of [one, two]) session.stop();
      await pool.prepared();
      workersAlive().forEach(crash);
      unwatchWorkers();
    });

    for (const count of turns) {
      it(`answers when it is asked ${count} microtasks later`, async () => {
        await two.page();
        await one.page();
        await two.page();
        const leaving = new AbortController();
        const choice = {series: null, locales: false, project: undefined};
        const lease = pool.lease(choice, () => {}, leaving.signal).catch(() => {});
        for (let turn = 0; turn < count; turn++) await Promise.resolve();
        const page = one.page();
        leaving.abort(new Error('It is not wanted any more.'));
        expect((await page).rows).to.deep.equal(['first']);
        await lease;
      });
    }
  });
}
