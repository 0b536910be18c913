/** Waiting for a condition, with a deadline and a message. It runs in Node and in pages. */

/** Milliseconds after which whatever is to come has come, on a slow machine that is busy, too. */
export const PATIENCE = 90_000;
/** Milliseconds between two looks. */
const INTERVAL = 25;

interface Options {
  /** Milliseconds. */
  readonly patience?: number;
  /** What there is instead, for the message. */
  readonly instead?: () => string | Promise<string>;
}

type Answer<Value> = Value | null | undefined | false;

/**
 * Asks until there is an answer.
 *
 * @param what what is waited for, as a sentence without its end: `the page says "Hello"`.
 * @param attempt gives the answer, or `null`, `undefined` or `false` while there is none. What it
 *   throws counts as no answer: a document may be replaced while it is looked at.
 * @throws Error that says what was waited for and what there was instead.
 */
export async function until<Value>(
  what: string,
  attempt: () => Answer<Value> | Promise<Answer<Value>>,
  {patience = PATIENCE, instead = () => ''}: Options = {},
): Promise<Value> {
  const deadline = performance.now() + patience;
  for (;;) {
    let obstacle = '';
    try {
      const answer = await attempt();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
    } catch (error) {
      obstacle = ` (${String(error)})`;
    }
    if (performance.now() > deadline) {
      const message = `Waited ${patience / 1000} seconds in vain until ${what}${obstacle}.`;
      throw new Error(`${message} ${await instead()}`.trimEnd());
    }
    await new Promise(resolve => setTimeout(resolve, INTERVAL));
  }
}
