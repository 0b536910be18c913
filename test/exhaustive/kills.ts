import {expect} from 'chai';
import {PlaygroundError} from '../../src/protocol/failure.js';
import {Notes} from '../runtime/notes.js';
import {crash, takeMost, workersAlive} from '../runtime/workers.js';
import {BOUND, eachHasBoundedSite} from './bounded-site.js';

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
    const bounded = eachHasBoundedSite();

    it(`has all its rows after ${kills} interpreters ended at any moment`, async function () {
      this.timeout(1_200_000);
      const {pool} = bounded;
      const seed = Math.trunc(Math.random() * 2 ** 32);
      const random = numbers(seed);
      const {warn, debug} = console;
      console.warn = console.debug = () => {};
      let revision = 0;
      const work: Readonly<Record<string, () => Promise<unknown>>> = {
        'an edit': () => bounded.site.run({revision: ++revision}),
        'a first visit': () => {
          bounded.site.session.stop();
          bounded.site = new Notes(pool);
          // Whoever launched it is told; there is nothing yet that could be woken.
          return bounded.site.run().catch(() => bounded.site.run());
        },
        'a request': () => bounded.site.page(),
        'a new row': () => bounded.site.add(`${bounded.site.kept.length}`),
        'a late row': async () => {
          const text = `${bounded.site.kept.length}`;
          const {status} = await bounded.site.ask('/slow/', text);
          if (status === 200) bounded.site.kept.push(text);
        },
        preparing: () => pool.prepared(),
        'a stop': async () => {
          const page = bounded.site.page();
          await pause(random() * 20);
          bounded.site.session.stop();
          await page;
        },
      };
      const names = Object.keys(work);
      const ended = new Map<string, number>();
      try {
        await bounded.site.run();
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
          const {rows} = await bounded.site.page();
          expect(rows, told).to.include.members(bounded.site.kept);
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
