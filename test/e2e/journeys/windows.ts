/** Windows over the output: the admin's popups, what scripts do with windows, and how readers leave. */
import type {Tab} from '../drivers/driver.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';
import {View} from '../view.js';

const MODELS = `
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=50)

    def __str__(self):
        return self.name


class Book(models.Model):
    title = models.CharField(max_length=50)
    author = models.ForeignKey(Author, models.SET_NULL, null=True)
    editor = models.ForeignKey(Author, models.SET_NULL, "edited", null=True, blank=True)

    def __str__(self):
        return self.title
`;

const ADMIN = `
from django.contrib import admin

from .models import Author, Book

admin.site.register(Author)


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    raw_id_fields = ["editor"]
`;

const VIEWS = `
from django.http import HttpResponse

FIRST = """<!doctype html><title>First</title>
<a href="/second/?link" target="_blank">New window</a>
<a href="/second/?plain">Plain link</a>
<form action="/second/" target="named"><button name="form">Send</button></form>
<button onclick="other = window.open('/second/?script', 'named')">Open</button>
<button onclick="other = window.open(''); other.document.write('<p>Written</p>')">Write</button>
<output></output>
<script>
  let other;
  function show(text) { document.querySelector("output").textContent = text; }
  function call(source, word) { show(word + " by " + source.name + ", " + (source === other)); }
  onmessage = event => {
    show(event.data.word + " from " + event.origin + ", " + (event.source === other));
    event.source.postMessage("Thanks");
  };
</script>"""

SECOND = """<!doctype html><title>Second</title><h1></h1>
<button onclick="opener.call(window, 'Called')">Call</button>
<button onclick="opener.postMessage({word: 'Posted'}, '*')">Post</button>
<button onclick="opener.document.querySelector('output').textContent = 'Written'">Write</button>
<button onclick="window.close()">Close</button>
<a href="/third/">On</a>
<script>
  document.querySelector("h1").textContent = "Second " + location.search + " " + (opener === null);
  onmessage = ({data}) => (document.querySelector("h1").textContent = data);
</script>"""


def first(request):
    return HttpResponse(FIRST)


def second(request):
    return HttpResponse(SECOND)


def third(request):
    return HttpResponse("<!doctype html><title>Third</title><h1>Third page</h1>")
`;

const URLS = `
from django.contrib import admin
from django.urls import path

from . import views

urlpatterns = [
    path("", views.first),
    path("second/", views.second),
    path("third/", views.third),
    path("admin/", admin.site.urls),
]
`;

journey('windows', () => {
  let tab: Tab;
  let playground: Playground;
  let window: View;

  const count = (): Promise<number> =>
    tab.evaluate(
      () =>
        document.querySelector('django-playground')!.shadowRoot!.querySelectorAll('.window').length,
    );
  const closes = (): Promise<unknown> =>
    until('the window is closed', async () => (await count()) === 0);

  step('open for a link', async () => {
    tab = await openPage('/pages/plain.html');
    await tab.evaluate(() =>
      document.querySelector('django-playground')!.setAttribute('superuser', 'admin:admin'),
    );
    playground = await Playground.on(tab);
    await playground.setFiles([
      {path: 'models.py', content: MODELS},
      {path: 'admin.py', content: ADMIN},
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
    ]);
    window = new View('the window', async () =>
      (await playground.face.find({css: '.window.front iframe'})).enter(),
    );
    await playground.run();
    await playground.output.click({role: 'link', name: 'New window'});
    await window.shows('Second');
    await playground.face.shows('/second/?link');
    await window.click({role: 'link', name: 'On'});
    await window.shows('Third page');
    await playground.face.click({role: 'button', name: 'Close “Third”'});
    await closes();
  });

  // The driver of WebKit has one button.
  if (ENGINE !== 'webkit') {
    step('open from the menu of a link', async () => {
      await playground.output.clickRight({role: 'link', name: 'Plain link'});
      await playground.face.click({role: 'button', name: 'Open in a new window'});
      await window.shows('Second ?plain');
      await playground.face.click({role: 'button', name: 'Close “Second”'});
      await closes();
    });
  }

  step('open for a form, and again for a script that knows the name', async () => {
    await playground.output.click({role: 'button', name: 'Send'});
    await window.shows('Second ?form= false');
    await playground.face.click({role: 'button', name: 'Close “Second”'});
    await closes();
    await playground.output.click({role: 'button', name: 'Open'});
    await window.shows('Second ?script false');
  });

  step('call and message the one that opened them', async () => {
    await window.click({role: 'button', name: 'Call'});
    await playground.output.shows('Called by named, true');
    await window.click({role: 'button', name: 'Post'});
    await playground.output.shows('Posted from http://playground.localhost, true');
    await window.shows('Thanks');
    await window.click({role: 'button', name: 'Write'});
    await playground.output.shows('Written');
    await window.click({role: 'button', name: 'Close'});
    await closes();
  });

  step('can be written by the one that opened them', async () => {
    await playground.output.click({role: 'button', name: 'Write'});
    await window.shows('Written');
    await playground.face.click({role: 'button', name: 'Close “New window”'});
    await closes();
  });

  step('add a related object in the admin', async () => {
    await playground.goTo('/admin/app/book/add/');
    const {output} = playground;
    await output.type({role: 'textbox', name: 'Username'}, 'admin');
    await output.type({role: 'textbox', name: 'Password'}, 'admin');
    await output.click({role: 'button', name: 'Log in'});
    await output.shows('Add book');
    await output.click({css: '#add_id_author'});
    await window.type({role: 'textbox', name: 'Name'}, 'Ursula');
    await window.click({role: 'button', name: 'Save'});
    await closes();
    await choosesAuthor('Ursula');
  });

  step('change a related object in the admin', async () => {
    await playground.output.click({css: '#change_id_author'});
    await window.type({role: 'textbox', name: 'Name'}, 'Ursula K.');
    await window.click({role: 'button', name: 'Save'});
    await closes();
    await choosesAuthor('Ursula K.');
  });

  step('look up a related object by its id', async () => {
    await playground.output.click({css: '#lookup_id_editor'});
    await window.click({role: 'link', name: 'Ursula K.'});
    await closes();
    await until('its id is in the field', () =>
      playground.output.evaluate(
        () => document.querySelector<HTMLInputElement>('#id_editor')!.value === '1',
      ),
    );
  });

  step('delete a related object in the admin', async () => {
    await playground.output.click({css: '#delete_id_author'});
    await window.click({css: 'input[type=submit]'});
    await closes();
    await choosesAuthor('---------');
  });

  step('go with Escape, which leaves the focus where it was', async () => {
    if (ENGINE === 'webkit') return;
    await playground.goTo('/');
    await playground.output.click({role: 'button', name: 'Open'});
    await window.shows('Second ?script false');
    await focusIsIn('window-screen');
    await tab.press('Escape');
    await closes();
    await focusIsIn('');
    if (ENGINE !== 'chromium') return;
    await until('the button has it', () =>
      playground.output.evaluate(() => document.activeElement?.textContent === 'Open'),
    );
  });

  /** @param name of the class of the element around the frame. */
  async function focusIsIn(name: string): Promise<void> {
    await until(`the focus is in the frame in “${name}”`, () =>
      tab.evaluate(wanted => {
        const {activeElement} = document.querySelector('django-playground')!.shadowRoot!;
        return (
          activeElement?.localName === 'iframe' && activeElement.parentElement?.className === wanted
        );
      }, name),
    );
  }

  async function choosesAuthor(name: string): Promise<void> {
    await until(`${name} is chosen`, () =>
      playground.output.evaluate(
        wanted =>
          document.querySelector<HTMLSelectElement>('#id_author')!.selectedOptions[0]?.text ===
          wanted,
        name,
      ),
    );
  }
});
