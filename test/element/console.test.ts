import axe from 'axe-core';
import {expect} from 'chai';
import {DJANGO_COMMANDS} from '../../src/element/offline-completion.js';
import type {DjangoPlayground, PlaygroundConsoleEvent} from '../../src/index.js';
import {until} from '../setup/until.js';
import {failureOf, mount, once} from './playground.js';

const SOURCES = {
  'notes/models.py': `
from django.db import models

class Note(models.Model):
    text = models.CharField(max_length=50)
    before = models.ForeignKey("self", models.CASCADE, null=True, unique=True)
`,
  'notes/views.py': `
import logging
from django.http import HttpResponse
from .models import Note

def index(request):
    print("asked for", request.path)
    logging.getLogger("notes").warning("take care")
    return HttpResponse(Note.objects.count())

def broken(request):
    raise LookupError("nowhere")
`,
  'notes/tests.py': `
from django.test import TestCase

class NoteTests(TestCase):
    def test_passes(self):
        pass

    def test_fails(self):
        self.assertEqual(1, 2)
`,
};

/** The log's lines, the spaces between their parts as one. */
async function lines(playground: DjangoPlayground): Promise<string[]> {
  const face = await faceOf(playground);
  return [...face.querySelectorAll('.row')].map(
    row => row.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '',
  );
}

async function faceOf(playground: DjangoPlayground): Promise<ShadowRoot> {
  await playground.updateComplete;
  const face = playground.shadowRoot?.querySelector('django-playground-console');
  await face?.updateComplete;
  if (!face?.shadowRoot) throw new Error('The console is not open.');
  return face.shadowRoot;
}

/** Type a line and press Enter. */
async function type(playground: DjangoPlayground, text: string): Promise<HTMLInputElement> {
  const face = await faceOf(playground);
  const input = face.querySelector<HTMLInputElement>('[role="combobox"]');
  if (!input) throw new Error('There is no command line.');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true}));
  input.form?.requestSubmit();
  return input;
}

/** Wait until the log has an entry, from now on. */
function entry(
  playground: DjangoPlayground,
  matches: (entry: PlaygroundConsoleEvent['entry']) => boolean,
): Promise<PlaygroundConsoleEvent> {
  return once(playground, 'django-playground-console', event => matches(event.entry));
}

describe('the console of <django-playground>', () => {
  let playground: DjangoPlayground;
  let checked: Promise<PlaygroundConsoleEvent>;

  before(async () => {
    playground = mount(SOURCES, {path: '/notes/'});
    const opened = entry(playground, ({kind}) => kind === 'request');
    // The checks may be over before the test that is about them begins.
    checked = entry(playground, ({kind}) => kind === 'finding');
    await playground.run();
    await opened;
    await openConsole(playground);
  });

  after(() => playground.remove());

  it('has one line for each request, and what it printed before it', async () => {
    const found = await lines(playground);
    const at = found.findIndex(line => /^GET \/notes\/ 200 [\d.]+ ms 1 query$/.test(line));
    expect(at, found.join('\n')).to.be.greaterThan(1);
    expect(found[at - 2]).to.equal('asked for /notes/');
    expect(found[at - 1]).to.equal('take care');
    const face = await faceOf(playground);
    expect(face.querySelector('.output.stderr.warning')?.textContent).to.include('take care');
  });

  it('tells of each request with its queries', async () => {
    const told = once(playground, 'django-playground-request');
    await playground.request('/notes/?page=2');
    const {method, path, status, queries, destination} = (await told).request;
    expect({method, path, status, queries, destination}).to.deep.equal({
      method: 'GET',
      path: '/notes/?page=2',
      status: 200,
      queries: 1,
      destination: 'empty',
    });
  });

  it('marks what checks find, once it is quiet, and says it with its line', async () => {
    const {entry: found} = await checked;
    expect(found).to.deep.include({source: 'fields.W342', path: 'notes/models.py', line: 5});
    expect(playground.marks.map(({path, line}) => `${path}:${line}`)).to.include(
      'notes/models.py:5',
    );
    expect((await lines(playground)).join('\n')).to.include('notes/models.py:5');
  });

  it('marks the lines of an exception, and links them', async () => {
    await playground.request('/notes/broken/');
    expect(playground.marks[0]).to.deep.include({
      path: 'notes/views.py',
      line: 11,
      severity: 'error',
      message: 'nowhere',
      source: 'LookupError',
    });
    const face = await faceOf(playground);
    const links = [...face.querySelectorAll<HTMLButtonElement>('.link')];
    const link = links.find(({textContent}) => textContent?.includes('notes/views.py", line 11'));
    expect(link?.title).to.equal('Go to notes/views.py, line 11');
    link?.click();
    const focused = (): unknown => playground.shadowRoot?.activeElement?.localName;
    await until('the files have the focus', () => focused() === 'django-playground-files');
  });

  it('runs commands and says how they ended', async () => {
    const ended = once(playground, 'django-playground-command');
    await type(playground, 'python manage.py showmigrations sessions');
    const {args, result} = await ended;
    expect(args).to.deep.equal(['showmigrations', 'sessions']);
    expect(result.output).to.include('[X] 0001_initial');
    const found = await lines(playground);
    expect(found).to.include('manage.py showmigrations sessions');
    expect(found.at(-1)).to.equal('Exit code 0');
  });

  it('asks what a command asks, a password without showing it', async () => {
    const ended = once(playground, 'django-playground-command');
    const asked = (question: string): Promise<unknown> =>
      entry(playground, each => each.kind === 'output' && each.text.endsWith(question));
    let next = asked("'): ");
    await type(playground, 'createsuperuser');
    await next;
    for (const [answer, question] of [
      ['grace', 'address: '],
      ['', 'Password: '],
      ['hopper-1906', '(again): '],
    ] as const) {
      next = asked(question);
      await answerIs(playground, question === '(again): ' ? 'secret' : 'open');
      await type(playground, answer);
      await next;
    }
    await answerIs(playground, 'secret');
    await type(playground, 'hopper-1906');
    const {result} = await ended;
    expect(result.exitCode).to.equal(0);
    expect(result.output).to.include('Superuser created successfully.');
    expect((await lines(playground)).join('\n')).not.to.include('hopper');
  });

  it('shows what a command wrote among the files', async () => {
    await playground.manage(['makemigrations', 'notes']);
    const {output} = await playground.manage(['showmigrations', 'notes']);
    expect(output).to.include('0001_initial');
  });

  it('says how many tests passed, and leads to those that failed', async () => {
    const {exitCode} = await playground.manage(['test']);
    expect(exitCode).to.equal(1);
    expect((await lines(playground)).at(-1)).to.equal('1 passed, 1 failed');
    const face = await faceOf(playground);
    const titles = [...face.querySelectorAll<HTMLElement>('.link')]
      .filter(({textContent}) => textContent?.startsWith('FAIL: test_fails'))
      .map(({title}) => title);
    expect(titles).to.deep.equal(['Go to notes/tests.py, line 8']);
  });

  it('has a shell with the models', async () => {
    const submit = async (line: string, output: string): Promise<void> => {
      const said = entry(playground, each => each.kind === 'output' && each.text.includes(output));
      await type(playground, line);
      await said;
      await answerIs(playground, 'shell');
    };
    await submit('shell', 'imported automatically');
    await submit('Note(text="hi").text', "'hi'");
    await submit('_.upper()', "'HI'");
    await type(playground, 'exit()');
    await answerIs(playground, 'command');
  });

  it('suggests commands and options', async () => {
    const input = await type(playground, '');
    input.value = 'makemig';
    input.dispatchEvent(new InputEvent('input', {bubbles: true}));
    const face = await faceOf(playground);
    await until('makemigrations is suggested', () => firstOption(face) === 'makemigrations');
    input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', cancelable: true}));
    await faceOf(playground);
    expect(input.value).to.equal('makemigrations ');
  });

  it('suggests commands that there are, also before it has run', async () => {
    const {output} = await playground.manage(['help', '--commands']);
    expect(output.split(/\s+/)).to.include.members([...DJANGO_COMMANDS]);
    const fresh = mount(SOURCES);
    await fresh.updateComplete;
    await openConsole(fresh);
    const face = await faceOf(fresh);
    const input = face.querySelector<HTMLInputElement>('[role="combobox"]');
    if (!input) throw new Error('There is no command line.');
    input.value = 'showm';
    input.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await until('showmigrations is suggested', () => firstOption(face) === 'showmigrations');
    expect(fresh.state).to.equal('idle');
    fresh.remove();
  });

  it('has no violation that axe finds, with suggestions and without', async () => {
    const options = {iframes: false, rules: {region: {enabled: false}}};
    const input = await type(playground, '');
    for (const value of ['', 'mi']) {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', {bubbles: true}));
      const face = await faceOf(playground);
      await until('it suggests', () => value === '' || firstOption(face));
      const {violations} = await axe.run(playground, options);
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
    }
    input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', cancelable: true}));
  });

  it('can be emptied', async () => {
    const face = await faceOf(playground);
    const clear = [...face.querySelectorAll('button')].find(
      ({textContent}) => textContent?.trim() === 'Clear',
    );
    clear?.click();
    await until('one line is left', () => face.querySelectorAll('.row').length === 1);
  });

  it('marks what kept the project from loading', async () => {
    playground.files = playground.files.map(file =>
      file.path === 'notes/views.py'
        ? {...file, content: SOURCES['notes/views.py'].replace('(request):', '(request)')}
        : file,
    );
    await failureOf(playground);
    await until('it is marked', () => playground.marks.length > 0);
    expect(playground.marks[0]).to.deep.include({
      path: 'notes/views.py',
      line: 6,
      message: "expected ':'",
    });
  });
});

async function openConsole({shadowRoot}: DjangoPlayground): Promise<void> {
  shadowRoot?.querySelector<HTMLElement>('.console-toggle')?.click();
  await until('it is open', () => shadowRoot?.querySelector('django-playground-console'));
}

function firstOption(face: ShadowRoot): string | undefined {
  return face.querySelector('[role="option"]')?.textContent?.trim();
}

/** Wait for a line of this kind to be asked for. */
async function answerIs(
  playground: DjangoPlayground,
  kind: 'command' | 'shell' | 'open' | 'secret',
): Promise<void> {
  const labels = {
    command: 'Command for manage.py',
    shell: 'Line for the Python shell',
    open: 'Answer to the command',
    secret: 'Secret answer to the command',
  };
  const face = await faceOf(playground);
  await until(`it asks for a ${kind} line`, () => {
    const input = face.querySelector('[role="combobox"]:not([aria-busy="true"])');
    return input?.getAttribute('aria-label') === labels[kind];
  });
}
