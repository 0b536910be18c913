import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {has, storedKeys, until} from './kept.js';
import {edit, face, mount, once, press, text, type Sources} from './playground.js';

const VIEWS = `from pathlib import Path
from django.contrib.auth.models import User
from django.http import HttpResponse

COUNTER = Path(__file__).parent.parent / "counter.txt"

def index(request):
    if name := request.GET.get("name"):
        User.objects.create(username=name)
        COUNTER.write_text(f"{COUNTER.read_text()}{name} ")
    names = ", ".join(user.username for user in User.objects.all())
    seen = request.COOKIES.get("seen")
    response = HttpResponse(f"[{names}] [{COUNTER.read_text()}] {seen}")
    response.set_cookie("seen", "before")
    return response
`;

/** A file that its author gives, and that Django writes to. */
const SOURCES = {'people/views.py': VIEWS, 'counter.txt': ''};

const KEPT = 'This page has changed';

function contentOf({files}: DjangoPlayground, path: string): unknown {
  return files.find(file => file.path === path)?.content;
}

describe('<django-playground persist>', () => {
  let playground: DjangoPlayground;
  let id: string;

  const visit = (sources: Sources = SOURCES, attributes: Sources = {}): DjangoPlayground =>
    (playground = mount(sources, {persist: '', id, ...attributes}));

  const isStored = (): Promise<unknown> =>
    until('it is stored', async () => (await storedKeys(id)).length === 1);

  /** What a reload does to the element. */
  const visitAgain = (sources?: Sources, attributes?: Sources): DjangoPlayground => {
    playground.remove();
    return visit(sources, attributes);
  };

  const offers = (): Promise<unknown> =>
    until('the offer is made', async () => (await face(playground)).includes(KEPT));

  beforeEach(() => {
    id = `test-${crypto.randomUUID()}`;
  });

  afterEach(async () => {
    await playground.reset();
    playground.remove();
  });

  it('keeps edits, and says that they are some', async () => {
    visit();
    await edit(playground, '# mine');
    await isStored();
    visitAgain();
    await has(playground, 'people/views.py', '# mine');
    expect(contentOf(playground, 'counter.txt')).to.equal('');
    const pane = playground.shadowRoot?.querySelector('django-playground-files');
    await pane?.updateComplete;
    expect(pane?.shadowRoot?.querySelector('.changed')?.textContent).to.include('views.py');
    expect(playground.state).to.equal('idle');
    await playground.reset();
    await has(playground, 'people/views.py', VIEWS);
    visitAgain();
    expect(await storedKeys(id)).to.deep.equal([]);
  });

  it('keeps files that were made, renamed, deleted and moved', async () => {
    const sources = {...SOURCES, 'old.txt': 'old\n', 'gone.txt': 'gone\n'};
    visit(sources);
    await has(playground, 'old.txt', 'old\n');
    const kinds: string[] = [];
    playground.addEventListener('django-playground-change', ({kind, paths}) =>
      kinds.push(`${kind} ${paths.join(' ')}`),
    );
    const actions = playground.shadowRoot?.querySelector('django-playground-files')?.actions;
    actions?.remove('gone.txt');
    actions?.rename('old.txt', 'new.txt');
    actions?.add([{path: 'dot.png', content: new Uint8Array([0, 255])}]);
    actions?.move('dot.png', 'counter.txt');
    expect(kinds).to.deep.equal([
      'removed gone.txt',
      'renamed old.txt new.txt',
      'added dot.png',
      'moved dot.png',
    ]);
    await isStored();
    visitAgain(sources);
    await has(playground, 'new.txt', 'old\n');
    expect(playground.files.map(({path}) => path)).to.deep.equal([
      'people/views.py',
      'dot.png',
      'counter.txt',
      'new.txt',
    ]);
    expect(contentOf(playground, 'dot.png')).to.deep.equal(new Uint8Array([0, 255]));
  });

  it('shows the sources that Django wrote, and lets them be edited', async () => {
    const path = 'shop/migrations/0001_initial.py';
    const sources = {
      'shop/models.py':
        'from django.db import models\n\nclass Item(models.Model):\n    name = models.TextField()\n',
    };
    const pane = (): ReadonlyMap<string, unknown> =>
      new Map(
        playground.shadowRoot
          ?.querySelector('django-playground-files')
          ?.files.map(file => [file.path, file.content]),
      );
    visit(sources);
    await playground.manage(['makemigrations', 'shop']);
    await until('the migration is there', () => pane().has(path));
    await edit(playground, '# mine\n', path);
    await isStored();
    visitAgain(sources);
    await until('the edit is there', () => pane().get(path) === '# mine\n');
  });

  it('stores nothing before its reader has done anything', async () => {
    visit();
    await playground.run();
    expect(await text(playground, '/people/')).to.equal('[] [] before');
    await playground.stop();
    playground.remove();
    expect(await storedKeys(id)).to.deep.equal([]);
  });

  it('stores nothing without the attribute', async () => {
    playground = mount(SOURCES, {id});
    await edit(playground, '# mine');
    playground.remove();
    expect(await storedKeys(id)).to.deep.equal([]);
  });

  it('keeps an edit soon after it, and when the page is left', async () => {
    visit();
    await edit(playground, '# mine');
    await isStored();
    await edit(playground, '# later');
    dispatchEvent(new Event('pagehide'));
    const other = mount(SOURCES, {persist: '', id});
    await has(other, 'people/views.py', '# later');
    other.remove();
  });

  it('forgets an edit that was taken back', async () => {
    visit();
    await edit(playground, '# mine');
    await isStored();
    await edit(playground, VIEWS);
    await until('it is removed', async () => (await storedKeys(id)).length === 0);
  });

  it('keeps database, files, cookies and address', async () => {
    visit();
    await playground.run();
    const shown = once(playground, 'django-playground-response');
    playground.path = '/people/?name=ada';
    await shown;
    await text(playground, '/people/?name=grace');
    visitAgain();
    await until('the address is kept', () => playground.path === '/people/?name=ada');
    expect(playground.state).to.equal('idle');
    expect(await text(playground, '/people/')).to.match(
      /^\[ada, grace[^\]]*\] \[ada grace .*\] before$/,
    );
  });

  it('goes where it is told to on a later visit', async () => {
    visit();
    await playground.run();
    const shown = once(playground, 'django-playground-response');
    playground.path = '/people/?page=2';
    await shown;
    visitAgain();
    await until('the address is kept', () => playground.path === '/people/?page=2');
    playground.path = '/people/?page=3';
    await playground.run();
    expect(playground.path).to.equal('/people/?page=3');
  });

  it('offers what was done to a page that has changed, and overwrites nothing', async () => {
    visit();
    await playground.run();
    await text(playground, '/people/?name=ada');
    await edit(playground, VIEWS.replace('HttpResponse(f"', 'HttpResponse(f"mine '));
    const changed = {
      ...SOURCES,
      'people/views.py': VIEWS.replace('HttpResponse(f"', 'HttpResponse(f"new '),
    };
    visitAgain(changed);
    await offers();
    expect(contentOf(playground, 'people/views.py')).to.equal(changed['people/views.py']);
    expect(await text(playground, '/people/?name=grace')).to.equal('new [grace] [grace ] before');
    expect(await face(playground)).to.include(KEPT);

    visitAgain(changed);
    await offers();
    await playground.run();
    const again = once(playground, 'django-playground-state', ({state}) => state === 'ready');
    await press(playground, 'Continue with my version');
    await again;
    expect(await text(playground, '/people/')).to.equal('mine [ada] [ada ] before');
    expect(await face(playground)).not.to.include(KEPT);

    visitAgain(changed);
    expect(await text(playground, '/people/')).to.equal('mine [ada] [ada ] before');
    expect(await face(playground)).not.to.include(KEPT);
  });

  it('forgets what was offered when its reader takes the new page', async () => {
    visit();
    await edit(playground, '# mine');
    await isStored();
    visitAgain({'people/views.py': '# new\n'});
    await offers();
    await press(playground, 'Forget it and take the new one');
    await until('the offer is gone', async () => !(await face(playground)).includes(KEPT));
    expect(playground.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Code');
    expect(contentOf(playground, 'people/views.py')).to.equal('# new\n');
    expect(await storedKeys(id)).to.deep.equal([]);
  });

  it('brings back an edited file that the page no longer has', async () => {
    visit();
    await edit(playground, '# mine');
    await isStored();
    visitAgain({'people/models.py': '# new'});
    await offers();
    await press(playground, 'Continue with my version');
    expect(playground.files.map(({path}) => path)).to.deep.equal([
      'people/models.py',
      'people/views.py',
    ]);
    expect(contentOf(playground, 'people/views.py')).to.equal('# mine');
  });

  it('takes another series, superuser or lack of tables for a change of the page', async () => {
    visit();
    await edit(playground, '# mine');
    await isStored();
    for (const attributes of [{django: '6.1'}, {superuser: 'ada:ada'}, {bare: ''}]) {
      visitAgain(SOURCES, attributes);
      await offers();
    }
    visitAgain();
    await has(playground, 'people/views.py', '# mine');
  });

  it('restores files that come from a script', async () => {
    const files = [{path: 'people/views.py', content: '# from a script'}];
    visit({});
    playground.files = files;
    await edit(playground, '# mine');
    await isStored();
    visitAgain({'people/views.py': '# from the page'});
    await offers();
    playground.files = files;
    await has(playground, 'people/views.py', '# mine');
    expect(await face(playground)).not.to.include(KEPT);
  });

  it('forgets everything on reset', async () => {
    visit();
    await playground.run();
    await text(playground, '/people/?name=ada');
    await edit(playground, `${VIEWS}\n`);
    await playground.reset();
    expect(await text(playground, '/people/')).to.equal('[] [] before');
    visitAgain();
    expect(await text(playground, '/people/')).to.equal('[] [] before');
    expect(contentOf(playground, 'people/views.py')).to.equal(VIEWS);
  });

  it('keeps playgrounds of one page apart', async () => {
    visit();
    await edit(playground, '# mine');
    await isStored();
    const other = mount(SOURCES, {persist: '', id: `${id}-other`});
    await other.reset();
    await has(other, 'people/views.py', VIEWS);
    other.remove();
    visitAgain();
    await has(playground, 'people/views.py', '# mine');
  });
});
