/** What the tests of `persist` wait for, and what is stored meanwhile. */
import {openDB} from 'idb';
import type {DjangoPlayground} from '../../src/index.js';
import type {SavedState} from '../../src/protocol/storage.js';
import {until} from '../setup/until.js';

export {until};

/** The keys of what is stored of a playground. */
export async function storedKeys(id: string): Promise<IDBValidKey[]> {
  // There is no database before the first state, and this must not make one.
  const databases = await indexedDB.databases();
  if (!databases.some(({name, version}) => name === 'django-playground' && version)) return [];
  const database = await openDB('django-playground');
  const keys = await database.getAllKeys('states');
  database.close();
  return keys.filter(key => JSON.stringify(key).endsWith(`#${id}"`));
}

/** Wait until a file has a certain content. */
export async function has(
  playground: DjangoPlayground,
  path: string,
  content: string,
): Promise<void> {
  await until(
    `${path} is ${JSON.stringify(content)}`,
    () => playground.files.find(file => file.path === path)?.content === content,
  );
}

/** What is stored of a playground, where that is anything. */
export async function storedState(id: string): Promise<SavedState | undefined> {
  const [key] = await storedKeys(id);
  if (key === undefined) return undefined;
  const database = await openDB('django-playground');
  const state: SavedState | undefined = await database.get('states', key);
  database.close();
  return state;
}

/** Let go of what is stored of a playground of another page. */
export async function forgetStored(id: string): Promise<void> {
  const keys = await storedKeys(id);
  const database = await openDB('django-playground');
  for (const key of keys) await database.delete('states', key);
  database.close();
}
