/** A reader comes again, runs the site, edits it, and clicks through it. */
import type {DjangoPlayground} from '../../../src/index.js';
import {ask, Notebook} from './notebook.js';
import {arrival, click, CLICKER, edit, notePhases, noteRun, playgrounds} from './playground.js';
import {askStaticFiles, logIn} from './admin.js';
import {makeFetching, noteFetching} from './fetching.js';

const EDITS = 3;
const CLICKS = 5;

const VIEWS = 'polls/views.py';
const BASE = 'polls/templates/polls/base.html';
const POLLS = '/polls/';
const CHANGE_LIST = '/admin/polls/question/';

/** Bytes that the large database has more than the small one. */
const BALLAST = 20 * 1024 * 1024;

const notebook = new Notebook();
let edits = 0;
await notebook.attempt('return visit', async () => {
  const [playground] = await playgrounds();
  if (!playground) throw new Error('There is no playground.');
  await ask({kind: 'quiet'});
  await noteRun(notebook, 'return visit', playground);
  const since = performance.now();
  await ask({kind: 'quiet'});
  notePhases(notebook, 'preparing', since);
  await stay(playground);
});
await notebook.close();

async function stay(playground: DjangoPlayground): Promise<void> {
  await notebook.attempt('click', async () => {
    edit(playground, BASE, '</body>', `${CLICKER}</body>`);
    makeFetching(playground);
    await playground.run();
    await logIn(playground);
  });
  for (let count = 0; count < EDITS; count++) {
    await notebook.attempt('edit', () => noteEdit('edit', playground));
    await notebook.attempt('click to the admin, first time', () =>
      noteClick('click to the admin, first time', playground, CHANGE_LIST),
    );
  }
  for (let count = 0; count < CLICKS; count++) {
    await notebook.attempt('click', () => noteClick('click', playground, POLLS));
    await notebook.attempt('click to the admin', () =>
      noteClick('click to the admin', playground, CHANGE_LIST),
    );
  }
  await notebook.attempt('fetch', async () => {
    await show(playground, POLLS);
    await noteFetching(notebook, playground);
  });
  await notebook.attempt('static files of the admin', async () => {
    notebook.note('static files of the admin', await askStaticFiles(playground, CHANGE_LIST));
  });
  await notebook.attempt('swap with 20 MB', async () => {
    for (let count = 0; count < EDITS; count++) {
      await noteEdit('swap with a small database', playground);
    }
    await grow(playground);
    for (let count = 0; count < EDITS; count++) await noteEdit('swap with 20 MB', playground);
  });
}

/** An edit of a view, with a spare ready, to the page that it leads to. */
async function noteEdit(name: string, playground: DjangoPlayground): Promise<void> {
  await show(playground, POLLS);
  await ask({kind: 'quiet'});
  edit(playground, VIEWS, /paginate_by = (\d+)/, `paginate_by = ${4 + (++edits % 2)}`);
  await noteRun(notebook, name, playground);
}

async function noteClick(name: string, playground: DjangoPlayground, path: string): Promise<void> {
  await show(playground, `${POLLS}?page=1`);
  const {shown, drawn, painted, django} = await arrival(playground, () => click(playground, path));
  notebook.note(name, painted);
  notebook.note(`${name} · Django’s own time`, django);
  notebook.note(`${name} · beside Django`, painted - django);
  notebook.note(`${name} · to the frame’s end, beside Django`, drawn - django);
  notebook.note(`${name} · until shown, beside Django`, shown - django);
}

async function show(playground: DjangoPlayground, path: string): Promise<void> {
  if (playground.path === path) return;
  await arrival(playground, () => (playground.path = path));
}

/** Add a table of bytes that cannot be compressed. */
async function grow(playground: DjangoPlayground): Promise<void> {
  const program = `
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE ballast (data BLOB)")
    for _ in range(20):
        cursor.execute("INSERT INTO ballast VALUES (randomblob(${BALLAST / 20}))")`;
  const {exitCode, output} = await playground.manage(['shell', '-c', program]);
  if (exitCode !== 0) throw new Error(`The database did not grow: ${output}`);
}
