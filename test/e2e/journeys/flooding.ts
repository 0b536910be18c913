/** Pages that would freeze, leave or flood the page around them. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

/** Longest time in milliseconds that the page may be kept from answering its reader. */
const LONGEST_PAUSE = 20_000;

const VIEWS = `
from django.http import HttpResponse

PAGES = {
    "reload": "location.reload()",
    "itself": "location.href = '/itself/?' + Math.random()",
    "top": """
        for (const go of [
            () => (top.location = 'https://example.com/'),
            () => top.location.replace('https://example.com/'),
            () => parent.location.assign('https://example.com/'),
        ]) try { go(); } catch {}
        const form = document.createElement('form');
        form.action = 'https://example.com/';
        form.target = '_top';
        document.body.append(form);
        const {contentWindow} = document.body.appendChild(document.createElement('iframe'));
        contentWindow.HTMLFormElement.prototype.submit.call(form);
    """,
    "messages": """
        let count = 0;
        (function post() {
            for (let i = 0; i < 10000; i++) top.postMessage({count: count++}, '*');
            if (count < 1000000) setTimeout(post);
        })();
    """,
    "titles": """
        let count = 0;
        setInterval(() => {
            for (let i = 0; i < 100; i++) document.title = String(count++);
            for (let i = 0; i < 100; i++) history.replaceState(count++, '');
        });
    """,
    "windows": "for (let i = 0; i < 1000; i++) window.open('/quiet/?' + i, 'window' + i)",
    "sockets": "for (let i = 0; i < 100; i++) new WebSocket('/socket/' + i)",
}


def page(request, name=""):
    script = PAGES.get(name, "")
    return HttpResponse(
        f"<!doctype html><title>{name}</title><h1>Page {name}</h1>"
        f"<script>addEventListener('load', () => {{ {script} }})</script>"
    )
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [path("", views.page), path("<name>/", views.page)]
`;

/** Runs in the page: from now on, how long it is at most kept from doing anything. */
function watchPauses(): void {
  const watched = window as unknown as {longestPause: number};
  watched.longestPause = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    watched.longestPause = Math.max(watched.longestPause, now - last);
    last = now;
  }, 20);
}

journey('flooding', () => {
  let tab: Tab;
  let playground: Playground;
  let address: string;

  /** Opens a page by the address line, which does not wait for what becomes of it. */
  const open = (path: string): Promise<void> =>
    playground.face.type({role: 'textbox', name: 'Address'}, `${path}\n`);
  /** Waits within the page: looking into it counts as something that its reader does. */
  const saysByItself = (text: string): Promise<void> =>
    tab.evaluate(
      wanted =>
        new Promise<void>(resolve => {
          const root = document.querySelector('django-playground')!.shadowRoot!;
          const timer = setInterval(() => {
            if (!root.querySelector('.playground')?.textContent.includes(wanted)) return;
            clearInterval(timer);
            resolve();
          }, 50);
        }),
      text,
    );
  const recovers = async (): Promise<void> => {
    await playground.goTo('/quiet/');
    await playground.output.shows('Page quiet');
    assert.equal(await tab.evaluate(() => location.href), address);
    const pause = await tab.evaluate(() => {
      const watched = window as unknown as {longestPause: number};
      const {longestPause} = watched;
      watched.longestPause = 0;
      return longestPause;
    });
    assert.ok(pause < LONGEST_PAUSE, `The page stood still for ${Math.round(pause)} ms`);
  };

  step('begins with a page that does nothing', async () => {
    tab = await openPage('/pages/plain.html');
    address = await tab.evaluate(() => location.href);
    playground = await Playground.on(tab);
    await playground.setFiles([
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
    ]);
    await playground.run();
    await playground.output.shows('Page');
    await tab.evaluate(watchPauses);
  });

  step('a page that reloads itself is stopped', async () => {
    await open('/reload/');
    await saysByItself('leads to another one again and again');
    await recovers();
  });

  step('a page that leads to itself is stopped', async () => {
    if (ENGINE === 'webkit') return;
    await open('/itself/');
    await saysByItself('leads to another one again and again');
    await recovers();
  });

  step('a page cannot lead the page around it elsewhere', async () => {
    if (ENGINE === 'webkit') return;
    await open('/top/');
    await playground.isAt('/top/');
    await recovers();
  });

  step('a page that posts a million messages is stopped', async () => {
    if (ENGINE === 'webkit') return;
    await open('/messages/');
    await playground.face.shows('than can be listened to');
    await recovers();
  });

  step('a page that says too much of itself is stopped', async () => {
    // Another engine says such things less often by itself.
    if (ENGINE !== 'chromium') return;
    await open('/titles/');
    await playground.face.shows('than can be listened to');
    await recovers();
  });

  step('a page that opens a hundred sockets does no harm', async () => {
    if (ENGINE === 'webkit') return;
    await open('/sockets/');
    await playground.output.shows('Page sockets');
    await recovers();
  });

  step('a page that opens a thousand windows opens five at most', async () => {
    if (ENGINE === 'webkit') return;
    await open('/windows/');
    await until('it has tried', async () => {
      const text = await playground.face.text();
      return text.includes('No more windows are opened') || text.includes('That takes a click');
    });
    const count = await tab.evaluate(
      () =>
        document.querySelector('django-playground')!.shadowRoot!.querySelectorAll('.window').length,
    );
    assert.ok(count <= 5, `There are ${count}`);
    await playground.run();
    await recovers();
  });
});
