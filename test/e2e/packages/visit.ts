/** Journeys through sites that need packages: real ones, from wheels on the page's own host. */
import {it} from 'node:test';
import {wheels} from '../../setup/wheels.js';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';

/** What the steps of a journey act on, from the first step on. */
export interface Visit {
  tab: Tab;
  playground: Playground;
}

/**
 * A journey through a page's site, which begins with its packages.
 *
 * @param title what a person calls it, e.g. `a site with Django REST framework`.
 * @param page its path, e.g. `/pages/rest.html`.
 * @param packages names as in `test/setup/packages.txt`.
 * @param steps what is done once the site serves.
 */
export async function visit(
  title: string,
  page: string,
  packages: readonly string[],
  steps: (on: Visit) => void,
): Promise<void> {
  const files = await wheels(...packages).catch((error: unknown) => {
    void it(title, {skip: `the packages cannot be had: ${String(error)}`});
    return undefined;
  });
  if (!files) return;
  journey(title, () => {
    const on = {} as Visit;
    step('starts with its packages', async () => {
      on.tab = await openPage(page);
      await on.tab.evaluate(require, files);
      on.playground = await Playground.on(on.tab);
      await on.playground.run();
    });
    steps(on);
  });
}

/** Fills in the form of Django's own log-in page, or one that has its fields, and sends it. */
export async function logIn({playground: {output}}: Visit): Promise<void> {
  await output.type({css: 'input[name=username]'}, 'admin');
  await output.type({css: 'input[name=password]'}, 'admin\n');
}

/** Runs in the page. */
function require(names: readonly string[]): void {
  const playground = document.querySelector('django-playground')!;
  playground.setAttribute('requirements', names.map(name => `/wheels/${name}`).join(' '));
}
