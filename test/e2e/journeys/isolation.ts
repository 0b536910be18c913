/** What the reader's code can reach of the page it stands in: nothing. */
import assert from 'node:assert/strict';
import {SECRET, attemptAll, attemptEscapes, hideSecrets, type Attempt} from '../attempts.js';
import {callText, type Tab} from '../drivers/driver.js';
import {elsewhere, journey, openPage, step} from '../journey.js';
import {OTHER_SITE, type Echo} from '../other-site.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

/** The stores without which the control would prove nothing. */
const MUST_BE_READABLE = [
  'document.cookie',
  'localStorage',
  'indexedDB',
  'caches',
  'fetch',
  'XMLHttpRequest',
  'import()',
  'the parent’s document',
];

const VIEWS = `
import urllib.request
from pathlib import Path

from django.http import HttpResponse
from django_playground_js import JsResponse
from pyodide.code import run_js

SCRIPT = Path("attempts.js").read_text()


async def interpreter(request):
    return HttpResponse(await run_js(SCRIPT), content_type="text/plain")


def library(request):
    try:
        with urllib.request.urlopen(request.GET["url"]) as response:
            return HttpResponse(response.read(), content_type="text/plain")
    except OSError as error:
        return HttpResponse(str(error), content_type="text/plain", status=502)


async def rendering(request):
    return await JsResponse.acreate("rendering.js", content_type="text/plain")


def frame(request, name="attempts"):
    script = Path(f"{name}.js").read_text()
    return HttpResponse(
        "<!doctype html><title>Attempts</title><pre></pre>"
        f"<script>{script}.then(text => document.querySelector('pre').textContent = text)</script>"
    )
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [
    path("interpreter/", views.interpreter),
    path("library/", views.library),
    path("rendering/", views.rendering),
    path("frame/", views.frame),
    path("frame/<name>/", views.frame),
]
`;

journey('isolation', () => {
  let tab: Tab;
  let playground: Playground;

  step('the page itself can read its secrets', async () => {
    tab = await openPage('/pages/isolation.html');
    await tab.evaluate(hideSecrets, SECRET);
    const attempts = await tab.evaluate(attemptAll, await originOf(tab));
    const read = new Set(attempts.filter(reads).map(({name}) => name));
    assert.deepEqual(
      MUST_BE_READABLE.filter(name => !read.has(name)),
      [],
      JSON.stringify(attempts, null, 2),
    );
  });

  step('Python in the interpreter cannot, through JavaScript', async () => {
    playground = await Playground.on(tab);
    const call = callText(attemptAll, [await originOf(tab)]);
    const escapes = callText(attemptEscapes, [await originOf(tab)]).replaceAll('</', '<\\/');
    await playground.setFiles([
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
      {path: 'attempts.js', content: `${call}.then(JSON.stringify)`},
      {path: 'rendering.js', content: `export default () => ${call}.then(JSON.stringify);`},
      {path: 'escapes.js', content: `${escapes}.then(JSON.stringify)`},
    ]);
    await playground.run();
    const {status, text} = await playground.request('/interpreter/');
    assert.equal(status, 200, text.slice(0, 2000));
    assertNothingRead(JSON.parse(text));
  });

  step('nor through Python’s own libraries, which can ask another host', async () => {
    const control = await askThrough(playground, `${elsewhere().origin}${OTHER_SITE}echo`);
    assert.equal(control.status, 200, control.text);
    const {cookie, origin} = JSON.parse(control.text) as Echo;
    assert.deepEqual([cookie, origin], [null, 'null'], control.text);
    for (const path of ['/pages/secret.txt', '/pages/isolation.html']) {
      const {status, text} = await askThrough(playground, (await originOf(tab)) + path);
      assert.equal(status, 502, `${path} was read: ${text}`);
      assert.match(text, /did not let this site read/);
    }
  });

  step('JavaScript that renders for Django cannot', async () => {
    const {status, text} = await playground.request('/rendering/');
    assert.equal(status, 200, text.slice(0, 2000));
    assertNothingRead(JSON.parse(text));
  });

  step('JavaScript in the output frame cannot', async () => {
    await playground.goTo('/frame/');
    const text = await until('the frame has tried everything', () =>
      playground.output.evaluate(() => document.querySelector('pre')?.textContent || null),
    );
    assertNothingRead(JSON.parse(text));
  });

  step('nor through other windows, frames and addresses', async () => {
    const {href, title} = await tab.evaluate(() => ({href: location.href, title: document.title}));
    await playground.goTo('/frame/escapes/');
    const text = await until('the frame has tried everything', () =>
      playground.output.evaluate(() => document.querySelector('pre')?.textContent || null),
    );
    const attempts = attemptsOf(text);
    assert.ok(attempts.length >= 10, 'Not everything was tried');
    assert.deepEqual(attempts.filter(reads), []);
    assert.ok(attempts.find(({name}) => name === 'a port of the host')?.obstacle, text);
    const now = await tab.evaluate(() => ({href: location.href, title: document.title}));
    assert.deepEqual(now, {href, title}, 'The page is another one');
  });
});

function attemptsOf(text: string): readonly Attempt[] {
  return JSON.parse(text) as readonly Attempt[];
}

/** What the site's Python reads at an address. */
function askThrough(playground: Playground, url: string): Promise<{status: number; text: string}> {
  return playground.request(`/library/?${new URLSearchParams({url})}`);
}

function originOf(tab: Tab): Promise<string> {
  return tab.evaluate(() => location.origin);
}

function reads({read}: Attempt): boolean {
  return read?.includes(SECRET) ?? false;
}

function assertNothingRead(attempts: readonly Attempt[]): void {
  assert.ok(attempts.length >= MUST_BE_READABLE.length, 'Not everything was tried');
  assert.deepEqual(attempts.filter(reads), []);
}
