/** Waiting for a condition, with a deadline and a message. */
import {setTimeout as pause} from 'node:timers/promises';

/** Milliseconds after which a page that answers at all should have answered. */
const PATIENCE = 20_000;
/** Milliseconds between two looks. */
const INTERVAL = 50;

/**
 * Asks until there is an answer.
 *
 * @param what what is waited for, as a sentence without its end: `the page says "Hello"`.
 * @param attempt gives the answer, or `null`, `undefined` or `false` while there is none. What it
 *   throws counts as no answer: a document may be replaced while it is looked at.
 * @throws Error that says what was waited for and what the last attempt met.
 */
export async function until<Answer>(
  what: string,
  attempt: () => Promise<Answer | null | undefined | false>,
  patience = PATIENCE,
): Promise<Answer> {
  const deadline = Date.now() + patience;
  let obstacle: unknown;
  for (;;) {
    try {
      const answer = await attempt();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      obstacle = undefined;
    } catch (error) {
      obstacle = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${patience / 1000} seconds in vain until ${what}.`, {
        cause: obstacle,
      });
    }
    await pause(INTERVAL);
  }
}
