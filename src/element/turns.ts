let last: Promise<unknown> = Promise.resolve();

/**
 * Wait for one's turn. Those who ask while others wait go one by one, each in a task of its own, so
 * that a page can answer its reader in between.
 */
export function turn(): Promise<unknown> {
  const mine = last;
  last = mine.then(() => new Promise(resolve => setTimeout(resolve)));
  return mine;
}
