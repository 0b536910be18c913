/** Every way to get at what a page keeps for itself that hostile code would try. */

export interface Attempt {
  readonly name: string;
  /** What was read, or `undefined` with what came in the way. */
  readonly read?: string;
  readonly obstacle?: string;
}

/** What the page keeps in each of its stores. */
export const SECRET = 'the-secret';

/** Runs in the page that has the secrets: puts them everywhere. */
export async function hideSecrets(secret: string): Promise<void> {
  document.cookie = `script=${secret}; Path=/`;
  localStorage.setItem('secret', secret);
  sessionStorage.setItem('secret', secret);
  const cache = await caches.open('secrets');
  await cache.put('/pages/secret.txt', new Response(secret));
  // Not every engine has these files, and not all that do can write them from a page.
  try {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('secret', {create: true});
    const file = await handle.createWritable();
    await file.write(secret);
    await file.close();
  } catch (error) {
    console.info(`No file with a secret: ${String(error)}`);
  }
  await new Promise<void>((resolve, reject) => {
    const open = indexedDB.open('secrets', 1);
    open.addEventListener('upgradeneeded', () => open.result.createObjectStore('secrets'));
    open.addEventListener('error', () => reject(open.error));
    open.addEventListener('success', () => {
      const writing = open.result.transaction('secrets', 'readwrite');
      writing.objectStore('secrets').put(secret, 'secret');
      writing.addEventListener('complete', () => {
        open.result.close();
        resolve();
      });
    });
  });
}

/**
 * Runs anywhere: in the page as a control, in the interpreter through `import js`, in the output
 * frame. Each attempt comes back as what it read or what kept it from reading.
 */
export async function attemptAll(origin: string): Promise<Attempt[]> {
  const address = `${origin}/pages/secret.txt`;
  const attempts: Record<string, () => unknown> = {
    'document.cookie': () => document.cookie,
    cookieStore: async () => JSON.stringify(await cookieStore.getAll()),
    localStorage: () => localStorage.getItem('secret'),
    sessionStorage: () => sessionStorage.getItem('secret'),
    caches: async () => (await (await caches.open('secrets')).match(address))?.text(),
    indexedDB: () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('secrets');
        open.addEventListener('error', () => reject(open.error));
        open.addEventListener('success', () => {
          const store = open.result.transaction('secrets').objectStore('secrets');
          const get = store.get('secret');
          get.addEventListener('success', () => resolve(get.result));
        });
      }),
    'origin-private files': async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle('secret')).getFile()).text();
    },
    fetch: async () => (await fetch(address)).text(),
    'fetch with credentials': async () => (await fetch(address, {credentials: 'include'})).text(),
    'fetch without CORS': async () => (await fetch(address, {mode: 'no-cors'})).text(),
    'fetch of a path': async () => (await fetch('/pages/secret.txt')).text(),
    XMLHttpRequest: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', address);
        request.addEventListener('load', () => resolve(request.responseText));
        request.addEventListener('error', () => reject(new Error('refused')));
        request.send();
      }),
    'synchronous XMLHttpRequest': () => {
      const request = new XMLHttpRequest();
      request.open('GET', address, false);
      request.send();
      return request.responseText;
    },
    'import()': async () => (await import(`${origin}/pages/secret.js`)).default,
    Worker: () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(`${origin}/pages/secret-worker.js`);
        worker.addEventListener('message', ({data}) => resolve(data));
        worker.addEventListener('error', () => reject(new Error('refused')));
      }),
    'the parent’s document': () => parent.document.body.textContent,
    'the top’s localStorage': () => top?.localStorage.getItem('secret'),
    'the frame’s own element': () => frameElement?.ownerDocument.body.textContent,
  };
  const silence = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('silence')), 10_000);
  });
  const outcomes = Object.entries(attempts).map(async ([name, attempt]) => {
    try {
      return {name, read: String(await Promise.race([attempt(), silence]))};
    } catch (error) {
      return {name, obstacle: String(error)};
    }
  });
  return Promise.all(outcomes);
}
