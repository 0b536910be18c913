/** A reader comes, runs the site, and goes. Under which name that is noted, the page says. */
import {ask, Notebook} from './notebook.js';
import {noteRun, playgrounds} from './playground.js';

const name = document.title;
const notebook = new Notebook();
await notebook.attempt(name, async () => {
  const [playground] = await playgrounds();
  if (!playground) throw new Error('There is no playground.');
  await ask({kind: 'quiet'});
  await noteRun(notebook, name, playground);
});
// What is prepared for the next visit must be, before this one ends.
await ask({kind: 'quiet'});
await notebook.close();
