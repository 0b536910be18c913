import {expect} from 'chai';
import {encodeFiles} from '../../src/giving/index.js';
import type {DjangoPlayground, ProjectFile} from '../../src/index.js';
import {has, storedState, until} from './kept.js';
import {edit, face, mount, once, press, text} from './playground.js';

const VIEWS =
  'from django.http import HttpResponse\n\ndef index(request):\n    return HttpResponse("mine")\n';

const SOURCES = {'notes/views.py': VIEWS};

const THEIRS: readonly ProjectFile[] = [
  {path: 'views.py', content: 'raise SystemExit("it was run")\n'},
];

const HELLO =
  'from django.http import HttpResponse\n\ndef index(request):\n    return HttpResponse("theirs")\n';

const OPENED = 'It has not been run';

function contentOf(playground: DjangoPlayground, path: string): ProjectFile['content'] | undefined {
  return playground.files.find(file => file.path === path)?.content;
}

/** Put files into the page's address. */
function open(files: readonly ProjectFile[]): void {
  history.replaceState(null, '', `#django-playground=${encodeFiles(files)}`);
}

describe('<django-playground> opened by a link', () => {
  let playground: DjangoPlayground;

  afterEach(() => {
    playground.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const run of ['load', 'visible', 'click']) {
    it(`with run="${run}" shows what it brought, runs nothing, and goes back when told to`, async () => {
      open(THEIRS);
      const states: string[] = [];
      playground = mount(SOURCES, {path: '/notes/'});
      playground.setAttribute('run', run);
      playground.addEventListener('django-playground-state', ({state}) => states.push(state));
      await until('the choice is offered', async () => (await face(playground)).includes(OPENED));
      expect(playground.files).to.deep.equal(THEIRS);
      expect(states).to.deep.equal([]);
      playground.setAttribute('run', 'click');
      await press(playground, 'Show the page’s own');
      expect(contentOf(playground, 'notes/views.py')).to.equal(VIEWS);
      expect(location.hash).to.equal('');
      expect(await face(playground)).not.to.include(OPENED);
    });
  }

  it('does not run for a script, nor once it is used, until Run is pressed', async () => {
    open([{path: 'views.py', content: HELLO}]);
    playground = mount(SOURCES);
    const asked = playground.run().then(
      () => 'it ran',
      (error: {code: string}) => error.code,
    );
    await until('the choice is offered', async () => (await face(playground)).includes(OPENED));
    await press(playground, 'Use it');
    expect(await asked).to.equal('stopped');
    expect(playground.state).to.equal('idle');
    expect(location.hash).to.equal('');
    expect(playground.files.map(({path}) => path)).to.deep.equal(['views.py']);
    await playground.run();
    expect(await text(playground, '/')).to.include('theirs');
  });

  it('says that it is damaged, and shows what the author wrote', async () => {
    history.replaceState(null, '', `#django-playground=${encodeFiles(THEIRS).slice(0, -3)}`);
    playground = mount(SOURCES);
    const {error} = await once(playground, 'django-playground-error');
    expect(error.code).to.equal('bad-link');
    expect(await face(playground)).to.include('cannot be read');
    expect(contentOf(playground, 'notes/views.py')).to.equal(VIEWS);
    expect(playground.state).to.equal('idle');
    expect(location.hash).to.equal('');
    await press(playground, 'Dismiss');
    expect(await face(playground)).not.to.include('cannot be read');
  });

  it('that names another playground stays as it is; one on the open page is taken', async () => {
    playground = mount(SOURCES, {id: 'first'});
    const other = mount(SOURCES, {id: 'second'});
    try {
      await face(playground);
      location.hash = `django-playground=${encodeFiles(THEIRS)}&for=second`;
      await until('the choice is offered', async () => (await face(other)).includes(OPENED));
      expect(await face(playground)).not.to.include(OPENED);
      expect(contentOf(playground, 'notes/views.py')).to.equal(VIEWS);
    } finally {
      other.remove();
    }
  });

  it('leaves other fragments alone', async () => {
    history.replaceState(null, '', '#django-playground-is-good');
    playground = mount(SOURCES);
    await until('the files are there', () => playground.files.length > 0);
    expect(location.hash).to.equal('#django-playground-is-good');
    expect(await face(playground)).not.to.include(OPENED);
  });

  it('brings what toLink() put into it', async () => {
    playground = mount(SOURCES, {id: 'linked'});
    const {hash} = new URL(await playground.toLink());
    expect(hash).to.include('&for=linked');
    const {files} = playground;
    playground.remove();
    history.replaceState(null, '', hash);
    playground = mount({'other.py': ''}, {id: 'linked'});
    await until('the choice is offered', async () => (await face(playground)).includes(OPENED));
    expect(playground.files).to.deep.equal(files);
  });

  it('keeps what was done here while a link is looked at, until that is used', async () => {
    const path = 'people/views.py';
    const id = `test-${crypto.randomUUID()}`;
    const visit = (): DjangoPlayground =>
      (playground = mount({[path]: '# ours\n'}, {persist: '', id}));
    const link = `#django-playground=${encodeFiles([{path, content: '# theirs'}])}&for=${id}`;
    const follow = (hash: string): void => {
      history.replaceState(null, '', location.pathname + location.search + hash);
      playground.remove();
      visit();
    };
    visit();
    await edit(playground, '# mine');
    await until('it is stored', async () => (await storedState(id)) !== undefined);

    follow(link);
    await has(playground, path, '# theirs');
    expect(await face(playground)).to.include('replaces what is kept of your own work');
    await press(playground, 'Show the page’s own');
    await has(playground, path, '# mine');

    follow(link);
    await has(playground, path, '# theirs');
    follow('');
    await has(playground, path, '# mine');

    follow(link);
    await has(playground, path, '# theirs');
    await press(playground, 'Use it');
    await until(
      'its version is kept',
      async () => (await storedState(id))?.edits[path] === '# theirs',
    );
    follow('');
    await has(playground, path, '# theirs');
    await playground.reset();
  });
});
