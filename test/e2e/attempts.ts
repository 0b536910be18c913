/* oxlint-disable unicorn/consistent-function-scoping -- what runs in a page has nothing around it */
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
 * Runs in the output frame: ways round it by other windows, frames and addresses. Each comes back as
 * what a document there could read, or what kept it from that.
 */
export async function attemptEscapes(origin: string): Promise<Attempt[]> {
  const address = `${origin}/pages/secret.txt`;
  const reach = `(() => {
    for (const read of [
      () => top.document.body.textContent,
      () => top.document.cookie,
      () => top.localStorage.getItem('secret'),
      () => localStorage.getItem('secret'),
      () => document.cookie,
    ]) try { const text = read(); if (text) return text; } catch {}
    return 'nothing';
  })()`;
  const script = `<script>top.postMessage('x', '*'); parent.postMessage(${reach}, '*')</script>`;
  const heard = (prepare: (frame: HTMLIFrameElement) => void): Promise<unknown> =>
    new Promise(resolve => {
      const frame = document.createElement('iframe');
      addEventListener('message', ({source, data}) => {
        if (source === frame.contentWindow) resolve(data);
      });
      prepare(frame);
      document.body.append(frame);
    });
  const loaded = (prepare: (frame: HTMLIFrameElement) => void): Promise<Window> =>
    new Promise(resolve => {
      const frame = document.createElement('iframe');
      frame.addEventListener('load', () => resolve(frame.contentWindow!));
      prepare(frame);
      document.body.append(frame);
    });
  const attempts: Record<string, () => unknown> = {
    'a frame of the page': async () =>
      (await loaded(frame => (frame.src = address))).document.body.textContent,
    'fetch of a frame': async () => {
      const {fetch: own} = (await loaded(() => {})) as Window & typeof globalThis;
      return (await own(address)).text();
    },
    'a frame that wants the origin': () =>
      heard(frame => {
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
        frame.srcdoc = script;
      }),
    'a data: frame': () => heard(frame => (frame.src = `data:text/html,${script}`)),
    'a blob: frame': () =>
      heard(frame => {
        frame.src = URL.createObjectURL(new Blob([script], {type: 'text/html'}));
      }),
    'a javascript: frame': () =>
      heard(frame => (frame.src = `javascript:parent.postMessage(${reach}, '*')`)),
    'a javascript: address of the top': () => {
      top!.location.href = `javascript:document.title = '${address}'`;
      return 'nothing';
    },
    'a window of another frame': async () => {
      const other = (await loaded(() => {})).open(address);
      return other?.document.body.textContent;
    },
    'a form to the top': async () => {
      const form = document.createElement('form');
      form.action = address;
      form.target = '_top';
      document.body.append(form);
      const {HTMLFormElement: Form} = (await loaded(() => {})) as Window & typeof globalThis;
      Form.prototype.submit.call(form);
      return 'nothing';
    },
    'a port of the host': () =>
      new Promise((resolve, reject) => {
        const {port1, port2} = new MessageChannel();
        port1.addEventListener('message', ({data}) => resolve(JSON.stringify(data)));
        port1.start();
        const frame = document.createElement('iframe');
        frame.src = `data:text/html,<script>onmessage = ({ports}) =>
          top.postMessage('django-playground:guest', '*', [...ports])</script>`;
        frame.addEventListener('load', () => frame.contentWindow?.postMessage('', '*', [port2]));
        document.body.append(frame);
        setTimeout(() => reject(new Error('No answer came')), 1000);
      }),
  };
  const silence = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('silence')), 5000);
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
