/** Milliseconds after which it counts as idle where it never says so. */
const LATEST = 3000;

/** Milliseconds to wait in engines that do not tell when they are idle. */
const PAUSE = 200;

/** Wait until the page has nothing better to do. */
export function whenIdle(): Promise<void> {
  return new Promise(resolve => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), {timeout: LATEST});
    } else {
      setTimeout(resolve, PAUSE);
    }
  });
}
