/** What axe-core finds: nothing, in any state, light, dark and in the reader's own colours. */
import axe, {type AxeResults} from 'axe-core';
import type {Scope, Tab, TabOptions} from '../drivers/driver.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {STATES, Visitor} from '../states.js';
import {until} from '../until.js';

const LOOKS: readonly Pick<TabOptions, 'colorScheme' | 'forcedColors'>[] = [
  {colorScheme: 'light', forcedColors: 'none'},
  {colorScheme: 'dark', forcedColors: 'none'},
  {colorScheme: 'dark', forcedColors: 'active'},
];

const PAGES = ['index', 'blog', 'looks'];

/** Pages like those of others, of which only the playgrounds are ours. */
const HOSTS = ['material', 'sphinx', 'django', 'bare', 'german', 'rtl'];

/** Of the site that the demo consists of. */
const SITE = ['/polls/', '/polls/1/', '/polls/1/results/', '/accounts/login/'];

// Its rules look at the document, not at the engine; only Chromium's driver can choose colours.
if (ENGINE === 'chromium') {
  journey('axe on a playground', () => {
    let visitor: Visitor;

    for (const [name, reach] of STATES) {
      step(`finds nothing in one ${name}`, async () => {
        visitor ??= await Visitor.come();
        await reach(visitor);
        await assertAccessible(visitor.tab, 'django-playground');
      });
    }
  });

  const places = [
    ...PAGES.map(page => [page, 'body'] as const),
    ...HOSTS.map(page => [`hosts/${page}`, 'django-playground'] as const),
  ];
  for (const [page, selector] of places) {
    journey(`axe on ${page}.html`, () => {
      step(`finds nothing in ${page}.html`, async () => {
        const tab = await openPage(`/demo/${page}.html`);
        await (await Playground.on(tab)).face.find({css: '[part~=run]'});
        await assertAccessible(tab, selector);
      });
    });
  }

  journey("axe on the demo's site", () => {
    step('finds nothing in its pages', async () => {
      const tab = await openPage('/demo/');
      const playground = await Playground.on(tab);
      await playground.run();
      for (const path of SITE) {
        await playground.goTo(path);
        await playground.isAt(path);
        await assertAccessible(tab, 'body', playground.output);
      }
    });
  });
}

/**
 * @param selector what is looked at.
 * @param scope where; the tab itself when left out.
 */
async function assertAccessible(
  tab: Tab,
  selector: string,
  scope: Pick<Scope, 'evaluate'> = tab,
): Promise<void> {
  for (const look of LOOKS) {
    await tab.adapt(look);
    // There colours are the reader's own, and axe takes the author's for them.
    const isForced = look.forcedColors === 'active';
    const ignored = isForced ? ['color-contrast'] : [];
    // Colours change in a page's own time.
    let violations: readonly string[] = [];
    await until(
      `axe finds nothing with ${Object.values(look).join(', ')}`,
      async () => {
        violations = await scope.evaluate(runAxe, axe.source, selector, ignored);
        return violations.length === 0;
      },
      {patience: 20_000, instead: () => violations.join('\n')},
    );
  }
}

/** Runs in a document, which need not have axe. */
async function runAxe(
  source: string,
  selector: string,
  ignored: readonly string[],
): Promise<string[]> {
  const scope = globalThis as typeof globalThis & {axe?: typeof import('axe-core')};
  if (!scope.axe) {
    const script = document.createElement('script');
    script.textContent = source;
    document.head.append(script);
    script.remove();
  }
  // A frame of opaque origin cannot be looked into from outside, and would only be waited for.
  const context = {include: [selector], exclude: ['iframe']};
  const rules = Object.fromEntries(ignored.map(id => [id, {enabled: false}]));
  const results: AxeResults = await scope.axe!.run(context, {iframes: false, rules});
  return results.violations.map(
    ({id, help, nodes}) => `${id}: ${help}: ${nodes.map(node => node.html).join(' | ')}`,
  );
}
