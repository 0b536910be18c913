/** Many pages, a few at a time. */
import {setTimeout as pause} from 'node:timers/promises';
import {say} from '../../src/build/progress.js';
import type {Outcomes} from './compare.js';
import type {Page, Report} from './suite.js';

/** Somewhere a page can be visited. */
export interface Place {
  visit(page: Page): Promise<Report | null>;
  close(): Promise<void>;
}

/** How many places there are at once. */
const PLACES = 2;

/** Pages after which it is said how far the visit is. */
const NEXT_REPORT = 50;

/** Milliseconds between two looks. */
const INTERVAL = 50;

/**
 * What a page reports; `null` where it stays silent.
 *
 * @param look Fails while a document takes another one's place.
 */
export async function reportOf(
  look: () => Promise<Report | null | undefined>,
  patience: number,
): Promise<Report | null> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const report = await look().catch(() => null);
    if (report) return report;
    await pause(INTERVAL);
  }
  return null;
}

/**
 * Visit all pages. Where a place fails, the page counts as silent, and another place is opened.
 *
 * @param what for messages, e.g. `inside`.
 */
export async function visitAll(
  what: string,
  pages: readonly Page[],
  open: () => Promise<Place>,
): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const waiting = [...pages];
  let done = 0;
  const work = async (): Promise<void> => {
    let place: Place | null = null;
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      try {
        place ??= await open();
        outcomes[page.path] = await place.visit(page);
      } catch (error) {
        say(`${what}, ${page.path}: ${error instanceof Error ? error.message : String(error)}`);
        outcomes[page.path] = null;
        await place?.close().catch(() => {});
        place = null;
      }
      done += 1;
      if (done % NEXT_REPORT === 0) say(`${what}: ${done} of ${pages.length} pages`);
    }
    await place?.close();
  };
  await Promise.all(Array.from({length: Math.min(PLACES, pages.length)}, work));
  return Object.fromEntries(pages.map(({path}) => [path, outcomes[path] ?? null]));
}
