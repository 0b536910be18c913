/** A reader who comes back to a page that keeps what was done to it, also once it has changed. */
import assert from 'node:assert/strict';
import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step, takeReports} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const PICTURE = join(import.meta.dirname, '../files', 'picture.png');
const VIEWS = 'notes/views.py';
const MINE = '"My notes"';

journey('a page that keeps what its reader does', () => {
  let tab: Tab;
  let playground: Playground;
  let note: string;

  /** Opens the page again in the same tab. */
  const reload = async (query = ''): Promise<void> => {
    const {origin, pathname} = new URL(await tab.evaluate(() => location.href));
    await tab.open(origin + pathname + query);
    playground = await Playground.on(tab);
  };

  const hasMine = async (): Promise<boolean> => (await playground.file(VIEWS)).includes(MINE);

  const showsMine = async (): Promise<void> => {
    await playground.output.shows('My notes of ada');
    await playground.output.shows(note);
    await playground.isAt('/notes/?saved');
  };

  step('is logged into, written to and edited', async () => {
    note = `A picture, ${(await stat(PICTURE)).size} bytes`;
    takeReports();
    tab = await openPage('/pages/persist.html');
    playground = await Playground.on(tab);
    const {output} = playground;
    await playground.run();
    await playground.goTo('/admin/');
    await playground.isAt('/admin/login/?next=/admin/');
    await output.type({role: 'textbox', name: 'Username'}, 'ada');
    await output.type({role: 'textbox', name: 'Password'}, 'lovelace');
    await output.click({role: 'button', name: 'Log in'});
    await output.shows('Site administration');
    await playground.goTo('/notes/');
    await output.shows('Notes of ada');
    await output.type({role: 'textbox', name: 'Text'}, 'A picture');
    await output.choose({role: 'file', name: 'Picture'}, PICTURE);
    await output.click({role: 'button', name: 'Save'});
    await output.shows(note);
    await playground.edit(VIEWS, text => text.replace('"Notes"', MINE));
    await playground.run();
    await showsMine();
    await output.evaluate(keep);
    await until('storage has what a script kept', () => tab.evaluate(isKept));
  });

  step('has all of it after a reload', async () => {
    await reload();
    await until('the edit is there', hasMine);
    assert.equal(await playground.state(), 'idle');
    await playground.run();
    await showsMine();
    assert.deepEqual(await playground.output.evaluate(kept), ['dark', '2', 'cached']);
  });

  step('says when it has changed, and runs as it is now', async () => {
    await reload('?changed');
    await playground.face.shows('This page has changed');
    assert.equal(await hasMine(), false);
    await playground.run();
    await playground.output.shows('Remarks of nobody');
    assert.doesNotMatch(await playground.output.text(), /A picture/);
  });

  step('says it again, and goes on with the reader’s version', async () => {
    await reload('?changed');
    await playground.face.click({role: 'button', name: 'Continue with my version'});
    await until('the edit is there', hasMine);
    await playground.run();
    await showsMine();
  });

  step('does not ask a second time', async () => {
    await reload('?changed');
    await until('the edit is there', hasMine);
    assert.doesNotMatch(await playground.face.text(), /This page has changed/);
  });

  step('takes the new version, and forgets the other', async () => {
    await reload();
    await playground.face.click({role: 'button', name: 'Forget it and take the new one'});
    await playground.run();
    await playground.output.shows('Notes of nobody');
    await reload('?changed');
    await playground.run();
    await playground.output.shows('Remarks of nobody');
    assert.doesNotMatch(await playground.face.text(), /This page has changed/);
  });

  step('has done nothing against the policy of its page', async () => {
    assert.deepEqual(takeReports(), []);
  });
});

/** Runs in the output. */
async function keep(): Promise<void> {
  localStorage.setItem('theme', 'dark');
  sessionStorage.setItem('tab', '2');
  await (await caches.open('pages')).put('/kept/', new Response('cached'));
}

/** Runs in the output. */
async function kept(): Promise<readonly (string | null | undefined)[]> {
  const cached = await (await caches.match('/kept/'))?.text();
  return [localStorage.getItem('theme'), sessionStorage.getItem('tab'), cached];
}

/** Runs in the page. */
async function isKept(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('django-playground');
    open.addEventListener('error', () => reject(open.error));
    open.addEventListener('success', () => resolve(open.result));
  });
  const states = database.transaction('states').objectStore('states').getAll();
  await new Promise(resolve => states.addEventListener('success', resolve));
  database.close();
  return states.result.some(({storages}) => storages?.caches.length > 0);
}
