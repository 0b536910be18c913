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

/** Milliseconds after which a browser that does not even answer is taken to hang. */
const MORE_PATIENCE = 40_000;

/** Milliseconds within which a place is there, on a slow machine, and gone again. */
const START_PATIENCE = 360_000;
export const CLOSE_PATIENCE = 5_000;

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

/** A browser that hangs does not close its tabs either. */
async function leave(place: Place | null): Promise<void> {
  if (place) await inTime(place.close(), CLOSE_PATIENCE).catch(() => {});
}

export async function inTime<Answer>(
  answer: Promise<Answer>,
  milliseconds: number,
): Promise<Answer> {
  const over = new AbortController();
  const late = pause(milliseconds, undefined, over).then(() => {
    throw new Error('the browser hangs');
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    over.abort();
    late.catch(() => {});
  }
}

/**
 * Visit all pages. Where a place fails, the page counts as silent, and another place is opened.
 *
 * @param what for messages, e.g. `inside`.
 * @param note is told now and then what is known.
 */
export async function visitAll(
  what: string,
  pages: readonly Page[],
  open: () => Promise<Place>,
  note: (outcomes: Outcomes) => Promise<void>,
): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const waiting = [...pages];
  let done = 0;
  const work = async (): Promise<void> => {
    let place: Place | null = null;
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      try {
        place ??= await inTime(open(), START_PATIENCE);
        outcomes[page.path] = await inTime(place.visit(page), page.patience + MORE_PATIENCE);
      } catch (error) {
        say(`${what}, ${page.path}: ${error instanceof Error ? error.message : String(error)}`);
        outcomes[page.path] = null;
        await leave(place);
        place = null;
      }
      done += 1;
      if (done % NEXT_REPORT !== 0) continue;
      say(`${what}: ${done} of ${pages.length} pages`);
      await note(outcomes);
    }
    await leave(place);
  };
  await Promise.all(Array.from({length: Math.min(PLACES, pages.length)}, work));
  await note(outcomes);
  return Object.fromEntries(pages.map(({path}) => [path, outcomes[path] ?? null]));
}
