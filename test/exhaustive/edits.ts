import {expect} from 'chai';
import type {Pool} from '../../src/runtime/index.js';
import {freshName, open, tidyUp} from '../storage/storage.js';
import {Notes} from '../runtime/notes.js';
import {newPool} from '../runtime/pool.js';
import {crash, takeMost, unwatchWorkers, watchWorkers, workersAlive} from '../runtime/workers.js';

const BOUND = 2;

/** A site keeps its rows, however often it is edited. */
export function survivesEdits(edits: number): void {
  describe('a site that is edited', () => {
    let pool: Pool;
    let site: Notes;

    before(watchWorkers);
    beforeEach(() => {
      const {snapshots} = open({name: freshName(), warn: () => {}});
      pool = newPool({interpreters: BOUND, spare: true, snapshots});
      site = new Notes(pool);
      takeMost();
    });
    afterEach(async () => {
      site.session.stop();
      await pool.prepared();
      workersAlive().forEach(crash);
    });
    after(unwatchWorkers);
    after(tidyUp);

    it(`has all its rows after ${edits} edits, and no interpreter too many`, async function () {
      this.timeout(1_200_000);
      await site.run();
      for (let revision = 1; revision <= edits; revision++) {
        // Some edits find a spare, some one on its way, some none.
        if (revision % 4 === 0) await pool.prepared();
        const {rows} = await site.run({revision});
        expect(rows.length, `rows after edit ${revision}`).to.equal(site.kept.length);
        await site.add(`of ${revision}`);
        expect(workersAlive().length).to.be.at.most(BOUND);
      }
      expect(await site.page()).to.deep.equal({revision: edits, rows: site.kept});
      await pool.prepared();
      expect(takeMost()).to.be.at.most(BOUND);
      expect(workersAlive().length).to.equal(pool.size);
    });
  });
}
