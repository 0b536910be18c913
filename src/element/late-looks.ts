/** What there is to the looks after the first paint. */
import type {CostHost} from './cost.js';
import {watchTrigger, type TriggerHost} from './trigger-controller.js';
import {wakeProse} from './wake-prose.js';
import {watchCost} from './watch-cost.js';

export {lateStyles} from './late-styles.js';
export {measureHead} from './measure-head.js';
export {SplitterMoves} from './splitter-moves.js';
export {watchPageLooks} from './watch-page-looks.js';

/**
 * Begin what is about the page around a playground, and about what Run would load and when. Resolves
 * once all of it can be used.
 */
export async function wake(playground: CostHost & TriggerHost): Promise<void> {
  watchTrigger(playground);
  watchCost(playground);
  await wakeProse(playground);
}
