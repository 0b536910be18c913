import {expect} from 'chai';
import {takeMost, workersAlive} from '../runtime/workers.js';
import {BOUND, eachHasBoundedSite} from './bounded-site.js';

/** A site keeps its rows, however often it is edited. */
export function survivesEdits(edits: number): void {
  describe('a site that is edited', () => {
    const bounded = eachHasBoundedSite();

    it(`has all its rows after ${edits} edits, and no interpreter too many`, async function () {
      this.timeout(1_200_000);
      const {pool, site} = bounded;
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
