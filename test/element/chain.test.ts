import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {forgetStored, has, storedKeys, storedState, until} from './kept.js';
import {edit, face, mount, press, text, type Sources} from './playground.js';

const MODELS = `from django.db import models

class Book(models.Model):
    title = models.CharField(max_length=50)
`;

const VIEWS = `from django.http import HttpResponse
from .models import Book

def index(request):
    if title := request.GET.get("add"):
        Book.objects.create(title=title)
    return HttpResponse("one: " + ", ".join(book.title for book in Book.objects.all()))
`;

const ONE = {'shelf/models.py': MODELS, 'shelf/views.py': VIEWS, 'notes.txt': 'one\n'};

const SKIPPED = 'Commands of earlier steps were not run';
const CONFLICT = 'This step brings its own';

function contentOf({files}: DjangoPlayground, path: string): unknown {
  return files.find(file => file.path === path)?.content;
}

/** The command that makes a book. */
function creating(title: string): string {
  return `shell -c "from shelf.models import Book; Book.objects.create(title='${title}')"`;
}

/** The playground of another page, once that has loaded. */
async function playgroundIn(frame: HTMLIFrameElement): Promise<DjangoPlayground> {
  const find = (): DjangoPlayground | null | undefined =>
    frame.contentDocument?.querySelector<DjangoPlayground>('django-playground');
  await until('the page is there', () => (find()?.files?.length ?? 0) > 0);
  return find()!;
}

async function says(playground: DjangoPlayground, words: string): Promise<void> {
  const isSaid = async (): Promise<boolean> => (await face(playground)).includes(words);
  await until(`it says “${words}”`, isSaid);
}

describe('<django-playground extends>', () => {
  let ids: string[];
  let steps: DjangoPlayground[];

  /** Put a step on the page, which extends the one before. */
  const add = (sources: Sources, attributes: Sources = {}): DjangoPlayground => {
    const index = steps.length;
    const before = ids[index - 1];
    const step = mount(sources, {
      id: ids[index]!,
      ...(before && {extends: `#${before}`}),
      ...attributes,
    });
    steps.push(step);
    return step;
  };

  /** What a reload does to them. */
  const addAgain = (): void => {
    for (const step of steps) step.remove();
    for (const step of steps) document.body.append(step.cloneNode(true));
    steps = ids
      .slice(0, steps.length)
      .map(id => document.querySelector<DjangoPlayground>(`#${id}`)!);
  };

  beforeEach(() => {
    const run = crypto.randomUUID();
    ids = ['one', 'two', 'three'].map(name => `${name}-${run}`);
    steps = [];
  });

  afterEach(async () => {
    for (const step of steps.toReversed()) {
      await step.reset();
      step.remove();
    }
  });

  it('has the files of the step before, and the edits that are made there', async () => {
    const one = add(ONE, {path: '/shelf/', superuser: 'ada:ada'});
    const two = add({'shelf/urls.py': '# two\n'});
    await has(two, 'shelf/views.py', VIEWS);
    expect(two.files.map(({path}) => path)).to.deep.equal([...Object.keys(ONE), 'shelf/urls.py']);
    expect([two.path, two.superuser, two.persist, one.persist]).to.deep.equal([
      '/shelf/',
      'ada:ada',
      true,
      true,
    ]);
    await edit(one, 'mine\n', 'notes.txt');
    await has(two, 'notes.txt', 'mine\n');
    await two.reset({files: 'notes.txt'});
    expect(contentOf(two, 'notes.txt')).to.equal('one\n');
  });

  it('keeps both versions where it replaces what the reader changed', async () => {
    const one = add(ONE);
    const two = add({'notes.txt': 'two\n', 'shelf/views.py': `${VIEWS}# two\n`});
    await edit(one, 'mine\n', 'notes.txt');
    await has(two, 'notes.mine.txt', 'mine\n');
    expect(contentOf(two, 'notes.txt')).to.equal('two\n');
    await says(
      two,
      `${CONFLICT} notes.txt, which you had changed. Yours is kept as notes.mine.txt`,
    );

    await press(two, 'Compare');
    const pane = two.shadowRoot?.querySelector('django-playground-files')?.shadowRoot;
    await until('it is compared', () =>
      (pane?.querySelector('.cm-deletedChunk')?.textContent ?? '').includes('mine'),
    );
    await press(two, 'Use mine');
    await has(two, 'notes.txt', 'mine\n');
    expect(contentOf(two, 'notes.mine.txt')).to.equal(undefined);
    expect(await face(two)).not.to.include(CONFLICT);
    await until('it is stored', async () => (await storedKeys(ids[1]!)).length === 1);

    addAgain();
    await has(steps[1]!, 'notes.txt', 'mine\n');
    await steps[1]!.reset({files: 'notes.txt'});
    expect(contentOf(steps[1]!, 'notes.txt')).to.equal('two\n');
  });

  it('goes on with the data of the step before, and then by itself', async () => {
    const one = add(ONE, {path: '/shelf/'});
    const two = add({'shelf/views.py': VIEWS.replace('one: ', 'two: ')});
    const three = add({'shelf/views.py': VIEWS.replace('one: ', 'three: ')});
    await text(one, '/shelf/?add=Emma');
    expect(await text(two, '/shelf/?add=Ulysses')).to.equal('two: Emma, Ulysses');
    expect(await text(one, '/shelf/')).to.equal('one: Emma');
    expect(await text(three, '/shelf/')).to.equal('three: Emma, Ulysses');
    await text(one, '/shelf/?add=Dubliners');
    expect(await text(two, '/shelf/')).to.equal('two: Emma, Ulysses');
    await two.reset();
    expect(await text(two, '/shelf/')).to.equal('two: Emma, Dubliners');
  });

  it('catches up with commands that were skipped', async () => {
    const seed = document.createElement('p');
    add(ONE, {path: '/shelf/'});
    seed.innerHTML = `<code data-django-manage="makemigrations shelf"></code>
      <code data-django-manage="migrate"></code><code class="seed"></code>`;
    seed.querySelector('.seed')?.setAttribute('data-django-manage', creating('Emma'));
    document.body.append(seed);
    const field = '    pages = models.IntegerField(default=7)\n';
    add({'shelf/models.py': MODELS + field});
    const more = seed.cloneNode(true) as HTMLElement;
    more.querySelector('.seed')?.setAttribute('data-django-manage', creating('Ulysses'));
    document.body.append(more);
    const three = add({
      'shelf/views.py': VIEWS.replace('book.title', 'f"{book.title} {book.pages}"'),
    });
    await three.run();
    await says(three, SKIPPED);
    await press(three, 'Catch me up to here');
    await says(three, 'Everything before this step has been run');
    expect(await text(three, '/shelf/')).to.equal('one: Emma 7, Ulysses 7');
    expect(await face(three)).not.to.include(SKIPPED);
    const {output} = await three.manage(['showmigrations', 'shelf']);
    expect(output.match(/\[X\]/g)).to.have.lengthOf(2);
    seed.remove();
    more.remove();
  });

  it('goes on from another page', async () => {
    const page = new URL('pages/shelf.html', import.meta.url).pathname;
    const views = VIEWS.replace('one: ', 'two: ');
    const visit = (): DjangoPlayground =>
      add({'shelf/views.py': views}, {extends: `${page}#shelf`});
    const two = visit();
    await has(two, 'notes.txt', 'one\n');
    await says(two, `${SKIPPED}: shell -c`);
    expect(two.state).to.equal('idle');
    two.remove();
    steps = [];

    const frame = document.createElement('iframe');
    frame.src = page;
    document.body.append(frame);
    const first = await playgroundIn(frame);
    const seed = frame.contentDocument?.querySelector<HTMLElement>('[data-django-manage]');
    await until('it is live', () => seed?.role === 'button');
    await edit(first, 'mine\n', 'notes.txt');
    seed?.click();
    await until('it is done', () => seed?.dataset['djangoState'] === 'done');
    await until('it is stored', async () => (await storedState('shelf'))?.ran?.length === 1);
    frame.remove();

    const next = visit();
    await has(next, 'notes.txt', 'mine\n');
    expect(await text(next, '/shelf/')).to.equal('two: Emma');
    await forgetStored('shelf');
    expect(await face(next)).not.to.include(SKIPPED);
  });
});
