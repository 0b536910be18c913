import {inTime} from './in-time.js';

/** The part of what the browser grants the whole origin that snapshots may take. */
const SHARE = 1 / 5;

/** How long the browser may think about it, in milliseconds. */
const PATIENCE = 1000;

/**
 * How many bytes of snapshots may be kept.
 *
 * @param budget In bytes; less where the browser grants little.
 */
export async function affordable(budget: number): Promise<number> {
  try {
    const {quota} = await inTime(PATIENCE, () => navigator.storage.estimate());
    return quota === undefined ? budget : Math.min(budget, quota * SHARE);
  } catch {
    // Not every engine tells. Where it is too much, writing says so.
    return budget;
  }
}
