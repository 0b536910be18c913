import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {face, failureOf, mount, once, text, type Sources} from './playground.js';

const VIEWS = `
from django.http import HttpResponse

def index(request):
    return HttpResponse("It works")
`;

/** What an author gets wrong, the code of the failure, and a word that its message must have. */
const MARKUP: readonly [string, Sources, Sources, string, string][] = [
  ['a child without a path', {'': VIEWS}, {}, 'file-without-path', 'path'],
  ['an absolute path', {'/etc/views.py': VIEWS}, {}, 'bad-path', '/etc/views.py'],
  ['a path that climbs out', {'../views.py': VIEWS}, {}, 'bad-path', '../views.py'],
  ['an unknown series', {'views.py': VIEWS}, {django: '1.0'}, 'unknown-series', 'django="5.2"'],
  [
    'a superuser without a password',
    {'views.py': VIEWS},
    {superuser: 'admin'},
    'bad-superuser',
    ':',
  ],
  ['no files at all', {}, {}, 'no-files', 'views.py'],
];

describe('<django-playground> and bad input', () => {
  let playground: DjangoPlayground;

  afterEach(() => playground.remove());

  for (const [name, sources, attributes, code, word] of MARKUP) {
    it(`explains ${name}`, async () => {
      playground = mount(sources, attributes);
      const {error} = await failureOf(playground);
      expect(error.code).to.equal(code);
      expect(error.message).to.include(word);
      expect(await face(playground)).to.include(error.message);
    });
  }

  it('explains two children with one path', async () => {
    playground = mount({'views.py': VIEWS});
    playground.append(playground.children[0]?.cloneNode(true) ?? '');
    const {error} = await failureOf(playground);
    expect(error.code).to.equal('duplicate-path');
    expect(error.message).to.include('views.py');
  });

  it('explains a file that cannot be fetched, and tries again on Run', async () => {
    playground = mount({'views.py': ''});
    const child = playground.children[0];
    child?.setAttribute('src', '/test/element/nowhere.py');
    const {error} = await failureOf(playground);
    expect(error.code).to.equal('file-unavailable');
    expect(error.message).to.include('nowhere.py');
    child?.removeAttribute('src');
    if (child) child.textContent = VIEWS;
    expect(await text(playground, '/')).to.equal('It works');
  });

  it('shows Django’s page of a syntax error, and runs once it is repaired', async () => {
    playground = mount({
      'shop/models.py': 'from django.db import models\n\nclass Item(models.Model:\n    pass\n',
    });
    const event = once(playground, 'django-playground-error');
    await playground.run();
    const {error} = await event;
    expect(error.code).to.equal('load-failed');
    expect(error.message).to.include('SyntaxError');
    const response = await playground.request('/');
    expect(response.status).to.equal(500);
    expect(await response.text()).to.include('SyntaxError');
    expect(await face(playground)).to.include('shop/models.py, line 3');

    playground.files = [{path: 'views.py', content: VIEWS}];
    await playground.run();
    expect(await text(playground, '/')).to.equal('It works');
  });

  it('shows Django’s page of settings that raise', async () => {
    playground = mount({
      'mysite/settings.py': 'raise RuntimeError("no settings today")\n',
      'views.py': VIEWS,
    });
    const event = once(playground, 'django-playground-error');
    await playground.run();
    expect((await event).error.message).to.include('no settings today');
    expect(await text(playground, '/')).to.include('no settings today');
  });

  it('names a lone file as the reader knows it', async () => {
    playground = mount({'views.py': `${VIEWS}\nimport nowhere\n`});
    await playground.run();
    expect(await face(playground)).to.include('ModuleNotFoundError in views.py, line 6');
  });

  it('shows Django’s page of a missing view', async () => {
    playground = mount({
      'shop/urls.py':
        'from django.urls import path\nfrom . import views\n\nurlpatterns = [path("", views.missing)]\n',
      'shop/views.py': VIEWS,
    });
    await playground.run();
    const response = await playground.request('/shop/');
    expect(response.status).to.equal(500);
    expect(await response.text()).to.include('missing');
  });

  it('stops a loop that never ends, and runs again', async () => {
    playground = mount({
      'views.py': `${VIEWS}
def endless(request):
    while True:
        pass
`,
    });
    await playground.run();
    const answer = playground.request('/endless/').catch((error: unknown) => error);
    await once(playground, 'django-playground-state', ({state}) => state === 'busy');
    await playground.stop();
    expect(playground.state).to.equal('stopped');
    expect(await answer).to.have.property('code', 'stopped');
    await playground.run();
    expect(await text(playground, '/')).to.equal('It works');
  });

  it('explains a database that is not SQLite', async () => {
    playground = mount({
      'db.sqlite3': 'this is a text file, whatever its name says\n',
      'views.py': VIEWS,
    });
    const event = once(playground, 'django-playground-error');
    await playground.run();
    expect((await event).error.message).to.match(/not (a|an) (SQLite )?database/i);
  });

  it('refuses a reply over 50 MB, and goes on', async () => {
    playground = mount({
      'views.py': `${VIEWS}
def huge(request):
    return HttpResponse(b"x" * (51 * 1024 * 1024))
`,
    });
    await playground.run();
    const error = await playground.request('/huge/').catch((failure: unknown) => failure);
    expect(error).to.have.property('code', 'response-too-large');
    expect(error).to.have.property('message').that.includes('50 MB');
    expect(await text(playground, '/')).to.equal('It works');
  });
});
