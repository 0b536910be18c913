import {expect} from 'chai';
import type {DjangoPlayground, ProjectFile} from '../../src/index.js';
import {until} from '../setup/until.js';
import {face, mount, once, press, text} from './playground.js';

const VIEWS = `
from django.http import HttpResponse
from .models import Note

def index(request):
    if request.GET:
        Note.objects.create(text=request.GET["text"])
    return HttpResponse(f"mine: {Note.objects.count()}")

def detail(request, pk):
    return HttpResponse(pk)
`.trimStart();

const SOURCES = {
  'notes/models.py':
    'from django.db import models\n\nclass Note(models.Model):\n    text = models.CharField(max_length=9)\n',
  'notes/views.py': VIEWS,
  'notes/urls.py':
    'from django.urls import path\nfrom . import views\n\nurlpatterns = [\n    path("", views.index, name="index"),\n    path("<int:pk>/", views.detail, name="detail"),\n]\n',
};

function contentOf(playground: DjangoPlayground, path: string): ProjectFile['content'] | undefined {
  return playground.files.find(file => file.path === path)?.content;
}

function find(playground: DjangoPlayground, selector: string): HTMLElement {
  const found = playground.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

function key(element: HTMLElement, name: string): void {
  const init = {key: name, bubbles: true, composed: true, cancelable: true};
  element.dispatchEvent(new KeyboardEvent('keydown', init));
}

/** Do something in a browser that does that when something is to be copied. */
async function withClipboard(
  writeText: (text: string) => Promise<void>,
  act: () => Promise<void>,
): Promise<void> {
  Object.defineProperty(navigator.clipboard, 'writeText', {value: writeText, configurable: true});
  try {
    await act();
  } finally {
    Reflect.deleteProperty(navigator.clipboard, 'writeText');
  }
}

/** Open the menu of a button and choose an item of it. */
async function choose(playground: DjangoPlayground, button: string, label: string): Promise<void> {
  await press(playground, button);
  await until('the menu is open', () => playground.shadowRoot?.querySelector('.menu') !== null);
  const items = [...(playground.shadowRoot?.querySelectorAll<HTMLElement>('.menu button') ?? [])];
  const item = items.find(({textContent}) => textContent?.startsWith(label));
  if (!item)
    throw new Error(`There is no ${label}, only ${items.map(each => each.textContent).join()}`);
  item.click();
}

describe('<django-playground> given away, taken back and enlarged', () => {
  let playground: DjangoPlayground;

  const count = async (): Promise<string> => text(playground, '/notes/');
  const change = (content: string): void => {
    playground.shadowRoot
      ?.querySelector('django-playground-files')
      ?.actions.edit('notes/views.py', content);
  };

  before(async () => {
    playground = mount(SOURCES, {path: '/notes/'});
    await playground.run();
    await playground.request('/notes/?text=one');
  });

  after(() => playground.remove());

  it('makes a zip with or without data', async () => {
    const all = await playground.toZip();
    const few = await playground.toZip({data: false});
    expect(all.type).to.equal('application/zip');
    const bytes = new TextDecoder('latin1').decode(await all.arrayBuffer());
    expect(bytes).to.include('/db.sqlite3').and.to.include('/notes/views.py');
    const fewer = new TextDecoder('latin1').decode(await few.arrayBuffer());
    expect(fewer).to.include('/manage.py').and.not.to.include('/db.sqlite3');
  });

  it('says that a link was copied, or is too long for many programs', async () => {
    await withClipboard(
      async () => {},
      async () => {
        await press(playground, 'Share');
        await until('it is said', async () => (await face(playground)).includes('was copied ('));
        const noise = crypto.getRandomValues(new Uint8Array(30_000));
        const content = String.fromCharCode(...noise.map(byte => 33 + (byte % 90)));
        playground.files = [...playground.files, {path: 'noise.txt', content}];
        await press(playground, 'Share');
        await until('it is said', async () => (await face(playground)).includes('cut off'));
        const choices = find(playground, '.offer').querySelectorAll('button');
        expect([...choices].map(({textContent}) => textContent?.trim())).to.deep.equal([
          'Download',
          'Dismiss',
        ]);
        playground.files = playground.files.filter(({path}) => path !== 'noise.txt');
      },
    );
  });

  it('shows a link that may not be copied, and selects it', async () => {
    await withClipboard(
      () => Promise.reject(new DOMException('Not here', 'NotAllowedError')),
      async () => {
        await press(playground, 'Share');
        await until(
          'the link is shown',
          () => playground.shadowRoot?.querySelector('dialog.link') !== null,
        );
        expect(find(playground, 'dialog.link').textContent).to.include('did not allow copying');
        const field = find(playground, 'dialog.link textarea') as HTMLTextAreaElement;
        expect(field.value).to.equal(await playground.toLink());
        expect([field.selectionStart, field.selectionEnd]).to.eql([0, field.value.length]);
        expect(playground.shadowRoot?.activeElement).to.equal(field);
        await press(playground, 'Close');
      },
    );
  });

  it('takes back a file, all files and the data, each by itself and each undone', async () => {
    change(`# mine\n${VIEWS}`);
    await choose(playground, 'Reset', 'All files');
    expect(contentOf(playground, 'notes/views.py')).to.equal(VIEWS);
    expect(await count()).to.equal('mine: 1');
    await press(playground, 'Undo');
    expect(contentOf(playground, 'notes/views.py')).to.equal(`# mine\n${VIEWS}`);
    await playground.reset({files: 'notes/views.py'});
    expect(contentOf(playground, 'notes/views.py')).to.equal(VIEWS);

    change(`# mine\n${VIEWS}`);
    const again = once(playground, 'django-playground-state', ({state}) => state === 'ready');
    await choose(playground, 'Reset', 'Data');
    await again;
    expect(contentOf(playground, 'notes/views.py')).to.equal(`# mine\n${VIEWS}`);
    expect(await count()).to.equal('mine: 0');
    const started = once(playground, 'django-playground-state', ({state}) => state === 'ready');
    await press(playground, 'Undo');
    await started;
    expect(await count()).to.equal('mine: 1');
    await playground.reset({files: true});
  });

  it('has a menu that keys move in', async () => {
    await press(playground, 'Reset');
    await until('the menu is open', () => playground.shadowRoot?.querySelector('.menu') !== null);
    const menu = find(playground, '.menu');
    const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const focused = (): Element | null => playground.shadowRoot?.activeElement ?? null;
    expect(focused()).to.equal(items[0]);
    key(menu, 'ArrowUp');
    expect(focused()).to.equal(items.at(-1));
    key(menu, 'Home');
    expect(focused()).to.equal(items[0]);
    key(menu, 'Escape');
    expect(menu.isConnected).to.equal(false);
    expect(focused()?.textContent).to.include('Reset');
    expect(focused()?.ariaExpanded).to.equal('false');
  });

  it('fills the window and comes back, with its frame and its place as they were', async () => {
    const frame = find(playground, 'iframe');
    const button = find(playground, '[title="Open large"]');
    const beside = document.createElement('button');
    playground.after(beside);
    const {height} = playground.getBoundingClientRect();
    button.focus();
    const grown = once(playground, 'django-playground-large');
    button.click();
    expect((await grown).large).to.equal(true);
    const surface = find(playground, '.playground');
    expect(surface.getBoundingClientRect().width).to.equal(document.documentElement.clientWidth);
    expect(surface.role).to.equal('dialog');
    expect(beside.inert).to.equal(true);
    expect(playground.getBoundingClientRect().height).to.be.closeTo(height, 1);
    const shrunk = once(playground, 'django-playground-large');
    key(surface, 'Escape');
    expect((await shrunk).large).to.equal(false);
    expect(beside.inert).to.equal(false);
    expect(playground.shadowRoot?.activeElement).to.equal(button);
    expect(find(playground, 'iframe')).to.equal(frame);
    beside.remove();
  });

  it('comes back from the full page with the browser’s Back', async () => {
    const grown = once(playground, 'django-playground-large');
    await playground.enlarge();
    await grown;
    const shrunk = once(playground, 'django-playground-large');
    history.back();
    expect((await shrunk).large).to.equal(false);
    expect(playground.large).to.equal(false);
  });

  it('suggests addresses, and selects what is to be filled in', async () => {
    const input = find(playground, '.address input') as HTMLInputElement;
    input.focus();
    await until('it is a combobox', () => input.role === 'combobox');
    await until('there are addresses', () => {
      if (input.ariaExpanded !== 'true') key(input, 'ArrowDown');
      return input.ariaExpanded === 'true';
    });
    const list = find(playground, '[role=listbox]');
    const options = [...list.querySelectorAll('[role=option]')];
    expect(options.map(({textContent}) => textContent)).to.include('/notes/<int:pk>/detail');
    input.value = 'detail';
    input.dispatchEvent(new InputEvent('input'));
    key(input, 'ArrowDown');
    const active = input.getAttribute('aria-activedescendant');
    expect(list.querySelector(`#${active}`)?.ariaSelected).to.equal('true');
    key(input, 'Enter');
    expect(input.value).to.equal('/notes/<int:pk>/');
    const {selectionStart, selectionEnd} = input;
    expect(input.value.slice(selectionStart ?? 0, selectionEnd ?? 0)).to.equal('<int:pk>');
    expect(input.ariaExpanded).to.equal('false');
    key(input, 'Escape');
    expect(input.value).to.equal(playground.path);
  });
});
