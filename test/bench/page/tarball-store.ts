/** Site-packages in IndexedDB, where the *files* reference has them from an earlier visit. */
import {openDB, type DBSchema, type IDBPDatabase} from 'idb';

interface Schema extends DBSchema {
  files: {key: string; value: Uint8Array<ArrayBuffer>};
}

const KEY = 'site-packages';

export async function keepTarball(url: string): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const database = await open();
  await database.put('files', bytes, KEY);
  database.close();
}

/** @throws Error where no earlier visit has kept it. */
export async function readTarball(): Promise<Uint8Array<ArrayBuffer>> {
  const database = await open();
  const bytes = await database.get('files', KEY);
  database.close();
  if (!bytes) throw new Error('Nothing was kept on the visit before.');
  return bytes;
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('reference', 1, {
    upgrade: database => void database.createObjectStore('files'),
  });
}
