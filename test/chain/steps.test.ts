import {expect} from 'chai';
import {
  commandOf,
  commandsOf,
  loadPage,
  pageName,
  playgroundOf,
  resolveSteps,
  type LoadedPage,
  type StepSources,
} from '../../src/chain/index.js';
import {readPatch} from '../../src/project/index.js';
import {PlaygroundError} from '../../src/protocol/failure.js';

const NAME = 'x-playground';

const script = (path: string, text: string, attributes = ''): string =>
  `<script type="text/x-django" path="${path}" ${attributes}>${text}</script>`;

let page: HTMLElement;

/** Put markup on this page. */
function show(markup: string): HTMLElement {
  page.innerHTML = markup;
  return page;
}

function parse(url: string, markup: string): LoadedPage {
  return {url, document: new DOMParser().parseFromString(markup, 'text/html')};
}

/** Other pages by address. */
function sources(pages: Readonly<Record<string, string>> = {}): StepSources {
  return {
    loadPage: async url => parse(url, pages[new URL(url).pathname] ?? ''),
    readPatch: (element, _, base) => readPatch(element, {base}),
  };
}

async function filesOf(id: string, pages?: Readonly<Record<string, string>>): Promise<unknown> {
  const steps = await resolveSteps(page.querySelector(`#${id}`)!, sources(pages));
  return steps.at(-1)?.files.map(({path, content, selected}) => [path, content, selected ?? false]);
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PlaygroundError)) throw new Error(`It failed with ${String(error)}.`);
  return `${error.code}: ${error.message}`;
}

describe('steps', () => {
  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  it('add, replace and delete files of the step before', async () => {
    show(`
      <${NAME} id="one">${script('a.py', 'a = 1', 'selected')}${script('b.py', 'b = 1')}</${NAME}>
      <${NAME} id="two" extends="#one">
        ${script('c.py', 'c = 2')}${script('b.py', 'b = 2')}
      </${NAME}>
      <${NAME} id="three" extends="#two">${script('a.py', '', 'delete')}</${NAME}>
    `);
    expect(await filesOf('three')).to.deep.equal([
      ['b.py', 'b = 2\n', false],
      ['c.py', 'c = 2\n', true],
    ]);
  });

  it('are found pages back, and have what the first one says', async () => {
    const pages = {
      '/guide/part1/': `<${NAME} id="one" django="6.1" superuser="a:b" path="/x/">
        ${script('a.py', 'a = 1')}</${NAME}>
        <p><code data-django-manage="migrate">migrate</code></p>`,
      '/guide/part2/': `<${NAME} id="two" extends="../part1/#one" superuser="c:d"></${NAME}>`,
    };
    show(
      `<${NAME} id="three" extends="/guide/part2/index.html#two">${script('b.py', '')}</${NAME}>`,
    );
    pages['/guide/part2/index.html' as '/guide/part2/'] = pages['/guide/part2/'];
    const steps = await resolveSteps(page.querySelector('#three')!, sources(pages));
    expect(steps.map(({page: url}) => new URL(url).pathname)).to.deep.equal([
      '/guide/part1/',
      '/guide/part2/index.html',
      location.pathname,
    ]);
    expect(steps.map(({isHere}) => isHere)).to.deep.equal([false, false, true]);
    expect(steps.map(({commands}) => commands)).to.deep.equal([['migrate'], [], []]);
    expect(steps[2]?.attributes).to.deep.equal({django: '6.1', superuser: 'c:d', path: '/x/'});
    expect(steps[2]?.files.map(({path}) => path)).to.deep.equal(['a.py', 'b.py']);
  });

  it('say what is wrong with them', async () => {
    show(`
      <${NAME} id="a" extends="nothing/"></${NAME}>
      <${NAME} id="b" extends="#gone"></${NAME}>
      <${NAME} id="c" extends="#d"></${NAME}>
      <${NAME} id="d" extends="#c"></${NAME}>
      <${NAME} id="e" extends="#text"></${NAME}>
      <p id="text"></p>
    `);
    expect(await messageOf(filesOf('a'))).to.match(/^bad-extends: .*names no playground\. Write/);
    expect(await messageOf(filesOf('b'))).to.match(/^bad-extends: .*nothing in its page has.*gone/);
    expect(await messageOf(filesOf('c'))).to.match(/^bad-extends: .*leads in a circle/);
    expect(await messageOf(filesOf('e'))).to.match(/^bad-extends: .*names a <p>\. Name the id/);
  });

  it('load other pages inertly, with addresses relative to them', async () => {
    const url = new URL('/no/such/page', location.href).href;
    expect(await messageOf(loadPage(url))).to.match(/^step-unavailable: .*such\/page.*Check/);
    const blob = URL.createObjectURL(
      new Blob(['<base href="/guide/"><img src="a.png"><script>window.ran = 1</script>']),
    );
    const {document: loaded} = await loadPage(blob);
    URL.revokeObjectURL(blob);
    expect('ran' in window).to.equal(false);
    expect(loaded.querySelector('img')?.baseURI).to.equal(blob);
  });

  it('know one page by its several names', () => {
    const names = ['https://a.test/b/index.html', 'https://a.test/b/?c=1#d', 'https://a.test/b/'];
    expect(new Set(names.map(pageName)).size).to.equal(1);
    expect(pageName('https://a.test/b.html')).to.equal(pageName('https://a.test/b'));
    expect(pageName('https://a.test/index')).not.to.equal(pageName('https://a.test/'));
  });
});

describe('prose', () => {
  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  it('belongs to the playground it names, the nearest before, or else the first', () => {
    show(`
      <code data-django-manage="zero"></code>
      <${NAME} id="one"><code data-django-manage="inside"></code></${NAME}>
      <code data-django-manage="first">one</code>
      <p data-for="two"><code data-django-manage>$ python manage.py second</code></p>
      <${NAME} id="two"></${NAME}>
      <code data-django-manage="third"></code>
      <code data-django-manage="gone" data-for="three"></code>
    `);
    const owners = [...page.querySelectorAll('[data-django-manage]')].map(each => [
      commandOf(each),
      playgroundOf(each, NAME)?.id,
    ]);
    expect(owners).to.deep.equal([
      ['zero', 'one'],
      ['inside', 'one'],
      ['first', 'one'],
      ['$ python manage.py second', 'two'],
      ['third', 'two'],
      ['gone', undefined],
    ]);
    expect(commandsOf(page.querySelector('#one')!)).to.deep.equal(['zero', 'inside', 'first']);
  });
});
