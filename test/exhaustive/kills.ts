import {expect} from 'chai';
import {PlaygroundError} from '../../src/protocol/failure.js';
import type {Pool} from '../../src/runtime/index.js';
import {freshName, open, tidyUp} from '../storage/storage.js';
import {Notes} from '../runtime/notes.js';
import {newPool} from '../runtime/pool.js';
import {crash, takeMost, unwatchWorkers, watchWorkers, workersAlive} from '../runtime/workers.js';

const BOUND = 2;

/** Numbers between 0 and 1, the same ones for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** A site keeps its rows, however often interpreters of it end. */
export function survivesKills(kills: number): void {
  describe('a site whose interpreters end', () => {
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

    it(`has all its rows after ${kills} interpreters ended at any moment`, async function () {
      this.timeout(1_200_000);
      const seed = Math.trunc(Math.random() * 2 ** 32);
      const random = numbers(seed);
      const {warn, debug} = console;
      console.warn = console.debug = () => {};
      let revision = 0;
      const work: Readonly<Record<string, () => Promise<unknown>>> = {
        'an edit': () => site.run({revision: ++revision}),
        'a first visit': () => {
          site.session.stop();
          site = new Notes(pool);
          // Whoever launched it is told; there is nothing yet that could be woken.
          return site.run().catch(() => site.run());
        },
        'a request': () => site.page(),
        'a new row': () => site.add(`${site.kept.length}`),
        'a late row': async () => {
          const text = `${site.kept.length}`;
          const {status} = await site.ask('/slow/', text);
          if (status === 200) site.kept.push(text);
        },
        preparing: () => pool.prepared(),
        'a stop': async () => {
          const page = site.page();
          await pause(random() * 20);
          site.session.stop();
          await page;
        },
      };
      const names = Object.keys(work);
      const ended = new Map<string, number>();
      try {
        await site.run();
        for (let kill = 0; kill < kills; kill++) {
          const name = names[Math.trunc(random() * names.length)] ?? '';
          const told = `kill ${kill} during ${name}, seed ${seed}`;
          const working = work[name]?.().catch((error: unknown) => {
            if (!(error instanceof PlaygroundError)) throw error;
            ended.set(error.code, (ended.get(error.code) ?? 0) + 1);
          });
          await pause(random() ** 2 * 500);
          const alive = workersAlive();
          const victim = alive[Math.trunc(random() * alive.length)];
          if (victim) crash(victim);
          await working;
          const {rows} = await site.page();
          expect(rows, told).to.include.members(site.kept);
          expect(workersAlive().length, told).to.be.at.most(BOUND);
        }
      } finally {
        Object.assign(console, {warn, debug});
      }
      await pool.prepared();
      expect(takeMost()).to.be.at.most(BOUND);
      expect(workersAlive().length).to.equal(pool.size);
    });
  });
}
