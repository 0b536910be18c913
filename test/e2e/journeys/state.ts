/** Location, history, cookies and storages, as scripts of a site see them. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const VIEWS = `
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render


def page(request, number=1):
    return render(request, "page.html", {"number": number})


def routed(request, name=""):
    return render(request, "router.html")


def login(request):
    response = JsonResponse({"sent": request.COOKIES})
    response.set_cookie("secret", "1", httponly=True)
    response.set_cookie("shown", "fish and chips")
    return response


def document(request):
    return HttpResponse(
        "<h1>Elsewhere</h1><p id=from></p><script src=/elsewhere.js></script>"
    )


def script(request):
    text = """
        const from = document.querySelector('#from');
        from.textContent = 'from ' + document.referrer;
        caches.match('/login/').then(kept => kept?.json()).then(kept => {
            from.append(', kept ' + JSON.stringify(kept));
        });
    """
    return HttpResponse(text, content_type="text/javascript")
`;

const URLS = `
from django.contrib import admin
from django.urls import path

from . import views

urlpatterns = [
    path("", views.page),
    path("page/<int:number>/", views.page),
    path("router/", views.routed),
    path("router/<str:name>/", views.routed),
    path("login/", views.login),
    path("elsewhere/", views.document),
    path("elsewhere.js", views.script),
    path("admin/", admin.site.urls),
]
`;

const TEMPLATE = `<!doctype html>
<title>Page {{ number }}</title>
<h1>Page {{ number }}</h1>
<p id="log"></p>
<button onclick="open_(number + 1)">Next</button>
<button onclick="history.back()">Earlier</button>
<button onclick="location.assign('/elsewhere/')">Leave</button>
<button onclick="location.reload()">Again</button>
<button onclick="location.hash = 'end'">End</button>
<button onclick="login()">Log in</button>
<button onclick="keep()">Keep</button>
<button onclick="ask()">Ask</button>
<p style="margin-top: 200vh" id="end">The end</p>
<script>
  let number = {{ number }};
  const {pathname, origin} = window.location;
  const log = (...texts) => (document.querySelector('#log').textContent = texts.join(', '));
  function open_(wanted) {
    number = wanted;
    history.pushState({number}, '', '/page/' + number + '/?q=1');
    log('opened ' + number, location.pathname + location.search);
  }
  addEventListener('popstate', ({state}) => {
    number = state?.number ?? {{ number }};
    log('back at ' + number, location.pathname, JSON.stringify(history.state));
  });
  addEventListener('hashchange', ({newURL}) => log('jumped to ' + newURL));
  async function login() {
    document.cookie = 'mine=1; path=/';
    const before = document.cookie;
    const {sent} = await (await fetch('/login/')).json();
    log(before, JSON.stringify(sent), document.cookie);
  }
  async function keep() {
    const cache = await caches.open('answers');
    await cache.add('/login/');
    log('kept ' + (await cache.keys()).map(({url}) => url));
  }
  const ask = () => log('asked ' + confirm('Really?'));
  localStorage.visits = Number(localStorage.visits ?? 0) + 1;
  sessionStorage.setItem('seen', (sessionStorage.getItem('seen') ?? '') + number);
  log('visit ' + localStorage.visits, 'seen ' + sessionStorage.seen, origin + pathname,
    JSON.stringify(history.state));
</script>
`;

/** Where there is no Navigation API, the links are Django's. */
const ROUTER = `<!doctype html>
<title>Router</title>
<h1>Django has {{ request.path }}</h1>
<p id="kept"></p>
<a href="/router/fish/">Fish</a>
<a href="/router/chips/?q=1">Chips</a>
<button onclick="navigation.updateCurrentEntry({state: {salt: true}})">Salt</button>
<button onclick="navigation.back()">Earlier</button>
<script>
  window.navigation?.addEventListener('navigate', event => {
    const {pathname} = new URL(event.destination.url);
    if (!event.canIntercept || !pathname.startsWith('/router/')) return;
    event.intercept({
      async handler() {
        document.querySelector('h1').textContent = event.navigationType + ' to ' + location.pathname;
        show();
      },
    });
  });
  function show() {
    const kept = window.navigation?.currentEntry.getState();
    document.querySelector('#kept').textContent = 'Kept ' + JSON.stringify(kept);
  }
  show();
</script>
`;

const BUTTONS = ['Next', 'Earlier', 'Leave', 'Again', 'End', 'Log in', 'Keep', 'Ask'];

journey('what scripts of a site see and keep', () => {
  let tab: Tab;
  let playground: Playground;
  let entries: number;

  step('is their location', async () => {
    tab = await openPage('/pages/state.html');
    playground = await Playground.on(tab);
    await playground.setFiles([
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
      {path: 'templates/page.html', content: TEMPLATE},
      {path: 'templates/router.html', content: ROUTER},
    ]);
    entries = await historyLength(tab);
    await playground.run();
    await playground.output.shows('visit 1, seen 1, http://playground.localhost/, null');
  });

  step('is a history of their own making', async () => {
    const {output} = playground;
    await output.click({role: 'button', name: 'Next'});
    await output.shows('opened 2, /page/2/?q=1');
    await playground.hasAddress('/page/2/?q=1');
    await output.click({role: 'button', name: 'Next'});
    await output.shows('opened 3');
    await output.click({role: 'button', name: 'Earlier'});
    await output.shows('back at 2, /page/2/, {"number":2}');
    await playground.face.click({role: 'button', name: 'Back'});
    await output.shows('back at 1, /, null');
    await playground.hasAddress('/');
    await playground.face.click({role: 'button', name: 'Forward'});
    await output.shows('back at 2');
    assert.equal(await historyLength(tab), entries);
  });

  step('is told to a document that is asked for again', async () => {
    const {output} = playground;
    await output.click({role: 'button', name: 'Leave'});
    await output.shows('from http://playground.localhost/page/2/?q=1');
    await playground.face.click({role: 'button', name: 'Back'});
    await output.shows('visit 2, seen 12, http://playground.localhost/page/2/, {"number":2}');
    await output.click({role: 'button', name: 'Again'});
    await output.shows('visit 3, seen 122');
  });

  step('has places within a document', async () => {
    const {output} = playground;
    await output.click({role: 'button', name: 'End'});
    await output.shows('jumped to http://playground.localhost/page/2/?q=1#end');
    await playground.hasAddress('/page/2/?q=1#end');
    await until('it has scrolled there', () => output.evaluate(() => scrollY > 200));
    await playground.face.click({role: 'button', name: 'Back'});
    await output.shows('jumped to http://playground.localhost/page/2/?q=1');
    await until('it has scrolled back', () => output.evaluate(() => scrollY === 0));
  });

  step('are the cookies that are theirs', async () => {
    const {output} = playground;
    await output.click({role: 'button', name: 'Log in'});
    await output.shows('mine=1, {"mine":"1"}, mine=1; shown="fish and chips"');
    await output.click({role: 'button', name: 'Log in'});
    await output.shows('"secret":"1"');
  });

  step('is what a page before has put into a cache', async () => {
    const {output} = playground;
    await output.click({role: 'button', name: 'Keep'});
    await output.shows('kept http://playground.localhost/login/');
    await output.click({role: 'button', name: 'Leave'});
    await output.shows('kept {"sent":{"mine":"1"');
    await playground.face.click({role: 'button', name: 'Back'});
    await output.shows('visit');
  });

  step('is what a person answers', async () => {
    await playground.output.click({role: 'button', name: 'Ask'});
    await playground.output.shows('asked true');
  });

  // The driver of WebKit presses no keys.
  if (ENGINE !== 'webkit') {
    step('lets the keyboard in and out', async () => {
      const {output} = playground;
      const focused = (): Promise<string | null | undefined> =>
        output.evaluate(() => (document.hasFocus() ? document.activeElement?.textContent : null));
      // The focus goes from one document to the other in its own time.
      const isFocused = (name: string | null): Promise<unknown> =>
        until(`the focus is on ${name}`, async () => (await focused()) === name);
      await playground.goTo('/');
      await output.shows('visit');
      const {length} = BUTTONS;
      for (let presses = 0; (await focused()) !== BUTTONS[length - 1]; presses++) {
        assert.ok(presses < 30, `Tab never came to the last button, but to ${await focused()}`);
        await tab.press('Tab');
      }
      await tab.press('Tab');
      await isFocused(null);
      await tab.press('Shift+Tab');
      for (const name of BUTTONS.toReversed()) {
        await isFocused(name);
        await tab.press('Shift+Tab');
      }
      await isFocused(null);
    });
  }

  step('is what routers ask for, where the browser has a Navigation API', async () => {
    const {output, face} = playground;
    await playground.goTo('/router/');
    await output.shows('Django has /router/');
    await output.click({role: 'link', name: 'Fish'});
    if (!(await tab.evaluate(() => 'navigation' in window))) {
      await output.shows('Django has /router/fish/');
      return;
    }
    await output.shows('push to /router/fish/');
    await playground.hasAddress('/router/fish/');
    await output.click({role: 'link', name: 'Chips'});
    await output.shows('push to /router/chips/');
    await output.click({role: 'button', name: 'Salt'});
    await output.click({role: 'button', name: 'Earlier'});
    await output.shows('traverse to /router/fish/');
    await face.click({role: 'button', name: 'Forward'});
    await output.shows('traverse to /router/chips/');
    await output.shows('Kept {"salt":true}');
    await playground.hasAddress('/router/chips/?q=1');
    await playground.goTo('/elsewhere/');
    await output.shows('Elsewhere');
    await face.click({role: 'button', name: 'Back'});
    await output.shows('Django has /router/chips/');
    await output.shows('Kept {"salt":true}');
  });

  step('is the theme of the admin', async () => {
    const {output} = playground;
    await playground.goTo('/admin/');
    await output.type({role: 'textbox', name: 'Username'}, 'admin');
    await output.type({role: 'textbox', name: 'Password'}, 'admin');
    await output.click({role: 'button', name: 'Log in'});
    await output.shows('Site administration');
    const theme = (): Promise<string | undefined> =>
      output.evaluate(() => document.documentElement.dataset['theme']);
    await until('the theme is that of the system', async () => (await theme()) === 'auto');
    await output.click({css: '.theme-toggle'});
    await until('the theme is another', async () => (await theme()) !== 'auto');
    const chosen = await theme();
    await playground.goTo('/admin/auth/');
    await output.shows('Authentication and Authorization administration');
    await until(`the theme is ${chosen}`, async () => (await theme()) === chosen);
  });
});

function historyLength(tab: Tab): Promise<number> {
  return tab.evaluate(() => history.length);
}
