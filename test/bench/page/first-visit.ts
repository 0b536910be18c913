/** A reader comes for the first time, runs the site, and reads for a while. */
import {ask, Notebook} from './notebook.js';
import {noteRun, playgrounds} from './playground.js';
import type {Transfer} from './report.js';

const notebook = new Notebook();
await notebook.attempt('first visit', async () => {
  const [playground] = await playgrounds();
  if (!playground) throw new Error('There is no playground.');
  await ask({kind: 'quiet'});
  const before = await ask<Transfer>({kind: 'bytes'});
  notebook.note('bytes before anyone acts', before.gzip);
  notebook.note('runtime files before anyone acts', before.runtimeFiles);
  await noteRun(notebook, 'first visit', playground);
  const {brotli, gzip} = await ask<Transfer>({kind: 'bytes'});
  notebook.note('bytes of a first visit', before.brotli + brotli);
  notebook.note('bytes of a first visit, gzip', before.gzip + gzip);
});
// What is prepared for the next visit must be, before this one ends.
await ask({kind: 'quiet'});
notebook.note('bytes after a first visit', (await ask<Transfer>({kind: 'bytes'})).brotli);
await notebook.close();
