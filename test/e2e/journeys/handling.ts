/** What hands, paper and settings of the system do to a playground, beside running it. */
import assert from 'node:assert/strict';
import {centerOf, cutCode, movingParts, rendered, schemeNow, stickyEdges} from '../inside.js';
import {ENGINE, journey, step} from '../journey.js';
import {Visitor} from '../states.js';
import {until} from '../until.js';

/** More lines than fit into the window. */
const LONG = Array.from({length: 200}, (_, index) => `LINE_${index + 1} = ${index + 1}\n`).join('');

// Only Playwright drags, and changes media.
if (ENGINE === 'chromium') {
  journey('the lines between the panes', () => {
    let visitor: Visitor;

    for (const direction of ['ltr', 'rtl']) {
      for (const pointer of ['mouse', 'touch'] as const) {
        step(`follow ${pointer} in a page that is ${direction}`, async () => {
          visitor ??= await Visitor.come({viewport: {width: 1280, height: 900}});
          await visitor.tab.evaluate(dir => void (document.documentElement.dir = dir), direction);
          for (const [line, by] of [
            ['vertical', {x: 150, y: 0}],
            ['vertical', {x: -260, y: 0}],
            ['horizontal', {x: 0, y: 60}],
            ['horizontal', {x: 0, y: -120}],
          ] as const) {
            const from = await visitor.tab.evaluate(centerOf, line);
            const to = {x: from.x + by.x, y: from.y + by.y};
            await visitor.tab.drag(from, to, pointer);
            let away = 0;
            await until(
              `the ${line} line is where ${pointer} let go of it`,
              async () => {
                await visitor.tab.evaluate(rendered);
                const now = await visitor.tab.evaluate(centerOf, line);
                away = line === 'vertical' ? now.x - to.x : now.y - to.y;
                return Math.abs(away) < 3;
              },
              {instead: () => `It is ${away} pixels away.`},
            );
          }
        });
      }
    }

    step('go where the arrow keys point', async () => {
      for (const [direction, key] of [
        ['ltr', 'ArrowRight'],
        ['rtl', 'ArrowRight'],
        ['rtl', 'ArrowLeft'],
      ] as const) {
        await visitor.tab.evaluate(dir => void (document.documentElement.dir = dir), direction);
        await visitor.click('.splitter.vertical');
        const before = await visitor.tab.evaluate(centerOf, 'vertical');
        await visitor.tab.press(key);
        const moved = await until(`the line moves for ${key} in ${direction}`, async () => {
          await visitor.tab.evaluate(rendered);
          return (await visitor.tab.evaluate(centerOf, 'vertical')).x - before.x || null;
        });
        assert.equal(Math.sign(moved), key === 'ArrowRight' ? 1 : -1, `${key} in ${direction}`);
      }
    });
  });

  journey('code that is longer than the window', () => {
    let visitor: Visitor;

    step('leaves Run and the tabs in sight', async () => {
      visitor = await Visitor.come({viewport: {width: 1280, height: 700}});
      await visitor.playground.setFiles([
        {path: 'long.py', content: LONG},
        {path: 'short.py', content: ''},
      ]);
      await visitor.see('[role=tab][title="long.py"]');
      await visitor.tab.evaluate(() => scrollTo(0, 1500));
      await until('they are at the top', async () => {
        const {head, bar} = await visitor.tab.evaluate(stickyEdges);
        return head === 0 && bar > 0;
      });
      await visitor.click('[role=tab][title="short.py"]');
      await visitor.click('[role=tab][title="long.py"]');
    });

    step('keeps the caret clear of them', async () => {
      await visitor.tab.evaluate(() => {
        document.querySelector('django-playground')!.reveal({path: 'long.py', line: 120});
      });
      await visitor.see('.cm-content');
      await until('the caret is there', () => visitor.face.look({css: '.cm-activeLine'}));
      for (let presses = 0; presses < 40; presses++) await visitor.tab.press('ArrowUp');
      let edges = '';
      await until(
        'the line of the caret is below the tabs',
        async () => {
          const {bar, caret} = await visitor.tab.evaluate(stickyEdges);
          edges = `It begins at ${caret}, the tabs end at ${bar}.`;
          return caret >= bar;
        },
        {instead: () => edges},
      );
    });
  });

  journey('a playground on paper', () => {
    step('has every file, in full and dark on white, and nothing to press', async () => {
      const visitor = await Visitor.come({colorScheme: 'dark'});
      await visitor.set('files', 'tree');
      const {tab, playground} = visitor;
      await visitor.see('.text details');
      await tab.adapt({media: 'print'});
      await tab.evaluate(() => void dispatchEvent(new Event('beforeprint')));
      const lines = ['import models', 'def shortened', 'There is no such page', 'Do what you like'];
      let seen = '';
      await until(
        `paper has ${lines.map(line => `“${line}”`).join(', ')}`,
        async () => {
          seen = await playground.face.text();
          return lines.every(line => seen.includes(line));
        },
        {instead: () => `It has:\n${seen}`},
      );
      for (const text of ['Run', 'Copy', 'Share']) {
        assert.ok(!seen.split('\n').includes(text), `“${text}” is on paper`);
      }
      let cut: readonly string[] = [];
      await until('no file is cut', async () => (cut = await tab.evaluate(cutCode)).length === 0, {
        instead: () => `Cut are ${cut.join(', ')}.`,
      });
      assert.equal(await tab.evaluate(schemeNow), 'light');
      assert.equal(await playground.face.look({role: 'tree'}), null);
    });
  });

  journey('a playground for who wants nothing to move', () => {
    step('moves nothing', async () => {
      const visitor = await Visitor.come({reducedMotion: 'reduce'});
      await visitor.playground.edit('views.py', text => `${text}\n`);
      await visitor.playground.run();
      await visitor.click('.console-toggle');
      await visitor.see('#line');
      assert.deepEqual(await visitor.tab.evaluate(movingParts), []);
    });
  });

  journey('the colours of a playground', () => {
    step('change with those of the system, unless it has its own', async () => {
      const visitor = await Visitor.come({colorScheme: 'light'});
      await visitor.see('.text details');
      for (const colorScheme of ['dark', 'light'] as const) {
        await visitor.tab.adapt({colorScheme});
        await until(
          `it is ${colorScheme}`,
          async () => (await visitor.tab.evaluate(schemeNow)) === colorScheme,
        );
      }
      await visitor.set('theme', 'dark');
      await until('it is dark', async () => (await visitor.tab.evaluate(schemeNow)) === 'dark');
    });
  });
}
