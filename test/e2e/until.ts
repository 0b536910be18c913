/** Waiting for a condition, with a deadline and a message. */
import {setTimeout as pause} from 'node:timers/promises';

/** Milliseconds after which a page that answers at all should have answered. */
const PATIENCE = 30_000;
/** Milliseconds between two looks. */
const INTERVAL = 50;

interface Options {
  /** Milliseconds. */
  readonly patience?: number;
  /** What there is instead, for the message. */
  readonly instead?: () => string | Promise<string>;
}

/**
 * Asks until there is an answer.
 *
 * @param what what is waited for, as a sentence without its end: `the page says "Hello"`.
 * @param attempt gives the answer, or `null`, `undefined` or `false` while there is none. What it
 *   throws counts as no answer: a document may be replaced while it is looked at.
 * @throws Error that says what was waited for and what there was instead.
 */
export async function until<Answer>(
  what: string,
  attempt: () => Promise<Answer | null | undefined | false>,
  {patience = PATIENCE, instead = () => ''}: Options = {},
): Promise<Answer> {
  const deadline = Date.now() + patience;
  for (;;) {
    let obstacle = '';
    try {
      const answer = await attempt();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
    } catch (error) {
      obstacle = ` (${String(error)})`;
    }
    if (Date.now() > deadline) {
      const message = `Waited ${patience / 1000} seconds in vain until ${what}${obstacle}.`;
      throw new Error(`${message} ${await instead()}`.trimEnd());
    }
    await pause(INTERVAL);
  }
}
