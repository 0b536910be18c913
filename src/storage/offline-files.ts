import type {FileStore} from '../protocol/storage.js';

const CACHE = 'django-playground';

/** The browser's storage for responses; blocked or missing, as on plain HTTP, it is as good as empty. */
export const offlineFiles: FileStore = {
  async read(url) {
    try {
      const cache = await caches.open(CACHE);
      return await (await cache.match(url))?.blob();
    } catch {
      return undefined;
    }
  },
  async write(files) {
    try {
      const cache = await caches.open(CACHE);
      for (const [url, file] of files) await cache.put(url, new Response(file as Blob));
      // Those of another version are not asked for any more.
      const endings = new Set([...files.keys()].map(kindOf));
      for (const {url} of await cache.keys()) {
        if (endings.has(kindOf(url)) && !files.has(url)) await cache.delete(url);
      }
    } catch (error) {
      console.debug('django-playground: nothing is kept for times without a network.', error);
    }
  },
};

/** A file's name ends in its hash, before which stands what it is. */
function kindOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1).replace(/-.*/, '');
}
