/** A site on a pool of its own that has few interpreters, each of which can be ended. */
import type {Pool} from '../../src/runtime/index.js';
import {Notes} from '../runtime/notes.js';
import {newPool} from '../runtime/pool.js';
import {crash, takeMost, unwatchWorkers, watchWorkers, workersAlive} from '../runtime/workers.js';
import {freshName, open, tidyUp} from '../storage/storage.js';

/** How many interpreters there may be at once. */
export const BOUND = 2;

export interface BoundedSite {
  readonly pool: Pool;
  /** A test may put another in its place. */
  site: Notes;
}

/** Gives each test of a suite a new one, in a record that is filled before each. */
export function eachHasBoundedSite(): BoundedSite {
  const made = {} as {pool: Pool; site: Notes};
  before(watchWorkers);
  beforeEach(() => {
    const {snapshots} = open({name: freshName(), warn: () => {}});
    made.pool = newPool({interpreters: BOUND, spare: true, snapshots});
    made.site = new Notes(made.pool);
    takeMost();
  });
  afterEach(async () => {
    made.site.session.stop();
    await made.pool.prepared();
    workersAlive().forEach(crash);
  });
  after(unwatchWorkers);
  after(tidyUp);
  return made;
}
