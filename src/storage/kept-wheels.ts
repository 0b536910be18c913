import type {WheelStore} from '../protocol/packages.js';

const CACHE = 'django-playground-packages';

/** Milliseconds after which a wheel goes, to be loaded anew where it still is wanted. */
const LIFE = 30 * 24 * 60 * 60 * 1000;

/** Addresses that nobody has: what is kept has hashes for names, and so have hashes addresses. */
const BY_HASH = 'https://packages.invalid/sha256/';
const BY_ADDRESS = 'https://packages.invalid/at/';

/** In the browser's storage for responses; blocked or missing, it is as good as empty. */
export const keptWheels: WheelStore = {
  read: sha256 => look(BY_HASH + sha256, async kept => new Uint8Array(await kept.arrayBuffer())),
  hashOf: url => look(BY_ADDRESS + encodeURIComponent(url), kept => kept.text()),
  async write(url, sha256, wheel) {
    try {
      const cache = await caches.open(CACHE);
      const headers = {Date: new Date().toUTCString()};
      await cache.put(BY_HASH + sha256, new Response(wheel, {headers}));
      await cache.put(BY_ADDRESS + encodeURIComponent(url), new Response(sha256, {headers}));
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        if (Date.now() - Date.parse(kept?.headers.get('Date') ?? '') > LIFE) {
          await cache.delete(request);
        }
      }
    } catch (error) {
      console.debug('django-playground: packages are not kept for the next visit.', error);
    }
  },
};

async function look<Result>(
  address: string,
  read: (kept: Response) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    const kept = await (await caches.open(CACHE)).match(address);
    return kept && (await read(kept));
  } catch {
    return undefined;
  }
}
