import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {until} from '../setup/until.js';
import {face, mount, once, press, text} from './playground.js';

const SOURCES = {
  'notes/models.py': `
from django.db import models

class Note(models.Model):
    text = models.CharField(max_length=50)

    def __str__(self):
        return self.text
`,
  'notes/admin.py': `
from django.contrib import admin
from .models import Note

admin.site.register(Note)
`,
  'notes/views.py': `
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from .models import Note

@csrf_exempt
def index(request):
    if request.method == "POST":
        Note.objects.create(text=request.POST["text"])
    print("asked for", request.path)
    return HttpResponse(", ".join(map(str, Note.objects.all())) or "nothing yet")

async def later(request):
    count = await Note.objects.acount()
    return HttpResponse(f"{count} of them")
`,
};

function note(value: string): RequestInit {
  return {method: 'POST', body: new URLSearchParams({text: value})};
}

const HELLO = {
  'views.py':
    'from django.http import HttpResponse\n\ndef index(request):\n    return HttpResponse("Hello")\n',
};

// Spares of a site load what they need in their own time, so this comes before any.
describe('<django-playground> at rest', () => {
  it('loads nothing of Python before it is asked to', async () => {
    performance.clearResourceTimings();
    const playground = mount(HELLO);
    expect(await face(playground)).to.include('Press Run to start this Django site');
    expect(playground.state).to.equal('idle');
    const names = performance.getEntriesByType('resource').map(({name}) => name);
    expect(names.filter(name => /runtime|worker|pyodide/.test(name))).to.deep.equal([]);
    playground.remove();
  });
});

describe('<django-playground>', () => {
  let playground: DjangoPlayground;

  before(async () => {
    playground = mount(SOURCES, {path: '/notes/', superuser: 'ada:lovelace'});
    await playground.run();
  });

  after(() => playground.remove());

  it('starts, shows the page and says so', async () => {
    expect(playground.state).to.equal('ready');
    expect(playground.path).to.equal('/notes/');
    expect(await face(playground)).to.include('The site is running.');
    const frame = playground.shadowRoot?.querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).not.to.include('allow-same-origin');
    // What is in it only a driver sees; without a title of its own it is called by its address.
    expect(frame?.title).to.equal('/notes/');
    expect(frame?.style.visibility).to.equal('visible');
  });

  it('answers requests of a script, async views included', async () => {
    expect(await text(playground, '/notes/')).to.equal('nothing yet');
    const response = await playground.request('/notes/', note('first'));
    expect(response.status).to.equal(200);
    expect(await response.text()).to.equal('first');
    expect(await text(playground, '/notes/later/')).to.equal('1 of them');
  });

  it('makes the superuser', async () => {
    const login = await playground.request('/admin/login/');
    const [, token = ''] =
      /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(await login.text()) ?? [];
    const body = new URLSearchParams({
      username: 'ada',
      password: 'lovelace',
      csrfmiddlewaretoken: token,
      next: '/admin/notes/note/',
    });
    const page = await playground.request('/admin/login/', {method: 'POST', body});
    expect(await page.text()).to.include('Select note to change');
  });

  it('goes where its path says, and tells what came', async () => {
    const shown = once(playground, 'django-playground-response');
    playground.path = '/notes/later/';
    const {path, status, duration} = await shown;
    expect({path, status}).to.deep.equal({path: '/notes/later/', status: 200});
    expect(duration).to.be.greaterThan(0);
    expect(playground.path).to.equal('/notes/later/');
  });

  it('runs management commands', async () => {
    const {exitCode, output} = await playground.manage(['showmigrations', 'sessions']);
    expect(exitCode).to.equal(0);
    expect(output).to.include('[X] 0001_initial');
    const unknown = await playground.manage(['fly']);
    expect(unknown.exitCode).to.equal(1);
    expect(unknown.output).to.include("Unknown command: 'fly'");
  });

  it('tells which files Django writes', async () => {
    const wrote = once(playground, 'django-playground-files');
    await playground.manage(['makemigrations', 'notes']);
    const paths = (await wrote).changes.map(({path}) => path);
    expect(paths).to.include('notes/migrations/0001_initial.py');
  });

  it('passes on what Python prints', async () => {
    const printed = once(playground, 'django-playground-output');
    await text(playground, '/notes/');
    expect((await printed).output).to.deep.include({stream: 'stdout', text: 'asked for /notes/\n'});
  });

  it('keeps the data over an edit that breaks the code and one that repairs it', async () => {
    const original = SOURCES['notes/views.py'];
    const edit = async (content: string): Promise<void> => {
      playground.files = playground.files.map(file =>
        file.path === 'notes/views.py' ? {...file, content} : file,
      );
      await playground.run();
    };
    await edit(original.replace('def index(request):', 'def index(request)'));
    const broken = await playground.request('/notes/');
    expect(broken.status).to.equal(500);
    expect(await broken.text()).to.include('SyntaxError');
    await edit(original.replace('", "', '" and "'));
    await playground.request('/notes/', note('second'));
    expect(await text(playground, '/notes/')).to.equal('first and second');
  });

  it('forgets everything on reset', async () => {
    await playground.reset();
    expect(playground.state).to.equal('ready');
    expect(await text(playground, '/notes/')).to.equal('nothing yet');
  });
});

describe('<django-playground> before and after a site', () => {
  let playground: DjangoPlayground;

  afterEach(() => playground.remove());

  it('says what Run loads to whoever points at it', async () => {
    playground = mount(HELLO);
    await playground.updateComplete;
    const button = playground.shadowRoot?.querySelector('.cover button');
    button?.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true}));
    const cost = await until(
      'it says so',
      () => playground.shadowRoot?.querySelector('.cost')?.textContent || null,
    );
    // Another test of this page may have run the site, and kept what it takes.
    expect(cost).to.match(/^Run loads up to \d+ MB, once\.$|^Everything is here already/);
  });

  it('starts on a press of Run, and speaks of each stage', async () => {
    // A site that no test of this browser has run before, so that nothing of it is kept.
    playground = mount({...HELLO, 'first.txt': crypto.randomUUID()});
    const stages: string[] = [];
    playground.addEventListener('django-playground-progress', ({progress}) => {
      if (stages.at(-1) !== progress.stage) stages.push(progress.stage);
    });
    const ready = once(playground, 'django-playground-state', ({state}) => state === 'ready');
    await press(playground, 'Run');
    await ready;
    // One that was ready has been started already.
    const started = stages.filter(stage => stage !== 'boot');
    expect(started).to.deep.equal(['download', 'setup', 'migrate', 'respond']);
    expect(playground.shadowRoot?.querySelector('[role=status]')).not.to.equal(null);
  });

  it('starts by itself when its author says so', async () => {
    playground = mount(HELLO, {run: 'load'});
    await once(playground, 'django-playground-state', ({state}) => state === 'ready');
    playground.remove();
    playground = mount(HELLO, {run: 'visible'});
    playground.scrollIntoView();
    await once(playground, 'django-playground-state', ({state}) => state === 'ready');
    expect(playground.state).to.equal('ready');
  });

  it('starts without tables where the author asks for that', async () => {
    playground = mount(HELLO, {bare: ''});
    await playground.run();
    const {output} = await playground.manage(['showmigrations', 'auth']);
    expect(output).to.include('[ ] 0001_initial');
  });

  it('runs the other series', async () => {
    playground = mount(HELLO, {django: '6.1'});
    const {output} = await playground.manage(['version']);
    expect(output).to.match(/^6\.1/m);
  });

  it('takes files from a script, and refuses bad ones', async () => {
    playground = mount({});
    playground.files = [{path: 'views.py', content: HELLO['views.py']}];
    expect(playground.files.map(({path}) => path)).to.deep.equal(['views.py']);
    expect(await text(playground, '/')).to.equal('Hello');
    expect(() => (playground.files = [{path: '../up.py', content: ''}])).to.throw('../up.py');
  });

  it('is stopped when it leaves the page, and runs again when it comes back', async () => {
    playground = mount(HELLO);
    await playground.run();
    const stopped = once(playground, 'django-playground-state', ({state}) => state === 'stopped');
    playground.remove();
    await stopped;
    document.body.append(playground);
    expect(await text(playground, '/')).to.equal('Hello');
  });

  it('goes on where it is moved, and is its own where it is copied', async () => {
    playground = mount(HELLO);
    await playground.run();
    const place = document.createElement('main').attachShadow({mode: 'open'});
    document.body.append(place.host);
    const states: string[] = [];
    playground.addEventListener('django-playground-state', ({state}) => states.push(state));
    const shown = once(playground, 'django-playground-response');
    place.append(playground);
    await shown;
    expect(states).not.to.include('stopped');
    expect(await text(playground, '/')).to.equal('Hello');

    const copy = playground.cloneNode(true) as DjangoPlayground;
    place.append(copy);
    expect(await face(copy)).to.include('Press Run to start this Django site');
    expect(copy.state).to.equal('idle');
    copy.remove();
    place.host.remove();
  });
});
