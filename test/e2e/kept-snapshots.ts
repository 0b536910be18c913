/** Runs in a page. @returns the kinds of snapshots that are in its storage. */
export async function keptSnapshots(): Promise<string[]> {
  const name = 'django-playground';
  const databases = await indexedDB.databases();
  // Opening one that is not there would make it.
  if (!databases.some(database => database.name === name)) return [];
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(name);
    open.addEventListener('error', () => reject(open.error));
    open.addEventListener('success', () => {
      const keys = open.result.transaction('entries').objectStore('entries').getAllKeys();
      keys.addEventListener('error', () => reject(keys.error));
      keys.addEventListener('success', () => {
        open.result.close();
        resolve(keys.result.map(key => String((key as string[])[0])));
      });
    });
  });
}
