import {expect} from 'chai';
import {completeProject, toStoredFiles} from '../../src/project/index.js';
import type {LoadRequest} from '../../src/protocol/interpreter.js';
import type {MemorySnapshot} from '../../src/protocol/snapshot.js';
import type {StoredFile} from '../../src/protocol/project.js';
import type {Interpreter} from '../../src/runtime/interpreter.js';
import {startInterpreter} from '../../src/runtime/starter.js';
import {toShared} from '../../src/runtime/shared-bytes.js';
import {Written} from '../../src/runtime/written.js';
import {assets} from './pool.js';
import {get} from './project.js';

const SETTINGS = `
DEBUG = True
SECRET_KEY = "of no site"
TIME_ZONE = "Europe/Vienna"
USE_TZ = True
`;

const VIEWS = `
import json
import os
import random
import secrets
import subprocess
import sys
import threading
import time
import uuid
from datetime import datetime

from django.db import connection
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import get_random_string

seeded = random.Random(17)


def chance(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT random(), hex(randomblob(8))")
        number, blob = cursor.fetchone()
    request.session.flush()
    request.session["visited"] = True
    request.session.save()
    return JsonResponse({
        "random": random.random(),
        "secrets": secrets.token_hex(),
        "uuid4": str(uuid.uuid4()),
        "urandom": os.urandom(8).hex(),
        "SQLite’s random()": number,
        "SQLite’s randomblob()": blob,
        "get_random_string": get_random_string(12),
        "session key": request.session.session_key,
        "CSRF token": get_token(request),
        "CSRF secret": request.META["CSRF_COOKIE"],
    })


def clock(request):
    now = timezone.now()
    local = timezone.localtime(now)
    with connection.cursor() as cursor:
        cursor.execute("SELECT (julianday('now') - 2440587.5) * 86400")
        (database,) = cursor.fetchone()
    return JsonResponse({
        "time": time.time(),
        "now": now.timestamp(),
        "database": database,
        "local": local.replace(tzinfo=None).isoformat(timespec="minutes"),
        "naive": datetime.now().isoformat(timespec="minutes"),
        "names": time.tzname,
        "summer": datetime(2030, 7, 1, 12).timestamp(),
        "winter": datetime(2030, 1, 1, 12).timestamp(),
    })


def place(request):
    return JsonResponse({
        "cwd": os.getcwd(),
        "path": sys.path,
        "seeded": seeded.random(),
        "files": sorted(os.listdir()),
    })


def later(request):
    import colorsys
    from django.contrib.syndication import views
    from . import unused

    return JsonResponse({"modules": [colorsys.__name__, views.__name__, unused.NAME]})


def others(request):
    threads = []
    thread = threading.Thread(target=lambda: threads.append(threading.current_thread().name))
    thread.start()
    program = "import random, sqlite3, sys; print(sys.argv, random.random() < 1)"
    command = [sys.executable, "-c", program, "a"]
    ended = subprocess.run(command, capture_output=True, text=True)
    return JsonResponse({
        "thread": threads[0] == thread.name,
        "output": ended.stdout,
        "errors": ended.stderr,
        "cwd": os.getcwd(),
    })


def page(request):
    return render(request, "notes/page.html")
`;

const URLS = `
from django.urls import path

from notes import views

urlpatterns = [
    path(f"{view.__name__}/", view)
    for view in [views.chance, views.clock, views.place, views.later, views.others, views.page]
]
`;

const FILES = {
  'mysite/settings.py': SETTINGS,
  'mysite/urls.py': URLS,
  'notes/models.py': '',
  'notes/views.py': VIEWS,
  'notes/unused.py': 'NAME = "of the project"\n',
  'notes/templates/notes/page.html': '{% load static %}<p>{% static "notes/page.css" %}</p>',
  'notes/static/notes/page.css': 'p { color: green }',
};

type Fields = Readonly<Record<string, unknown>>;

function loadRequest(): LoadRequest {
  const project = completeProject(
    Object.entries(FILES).map(([path, content]) => ({path, content})),
  );
  const {settingsModule} = project;
  return {files: toStoredFiles(project), settingsModule, migrate: true};
}

function start(memory: readonly MemorySnapshot[], preload = false): Promise<Interpreter> {
  const options = {series: null, locales: false, memory, preload};
  return startInterpreter(assets(), options, () => {}, new AbortController().signal);
}

async function kept(snapshot: MemorySnapshot): Promise<MemorySnapshot> {
  return {...snapshot, pages: await toShared(snapshot.pages as Uint8Array<ArrayBuffer>)};
}

async function ask(interpreter: Interpreter, path: string): Promise<string> {
  const {status, body} = await interpreter.ask('request', get(path));
  const text = new TextDecoder().decode(body);
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${text.slice(0, 1000)}`);
  return text;
}

async function fields(interpreter: Interpreter, path: string): Promise<Fields> {
  return JSON.parse(await ask(interpreter, path)) as Fields;
}

/** Seconds since 1970 by this page's clock. */
function seconds(): number {
  return Date.now() / 1000;
}

describe('a project that was restored', () => {
  /** The interpreter whose memory was taken. */
  let original: Interpreter;
  /** Two that were restored from it. */
  let restored: Interpreter[];
  let takenAt: number;

  before(async () => {
    const source = await start([], true);
    const baseline = await kept(await source.ask('snapshot', {since: []}));
    source.stop({code: 'stopped', message: 'It was only a source.'});
    original = await start([baseline]);
    const written = new Written();
    original.events = {onchanged: changes => written.apply(changes)};
    const load = loadRequest();
    const {error} = await original.ask('load', load);
    expect(error?.traceback).to.equal(undefined);
    for (const path of ['/chance/', '/clock/', '/place/', '/others/', '/page/'])
      await ask(original, path);
    const project = await kept(await original.ask('snapshot', {since: [baseline]}));
    takenAt = seconds();
    const files: StoredFile[] = [...load.files, ...written.files];
    const restore = async (): Promise<Interpreter> => {
      const interpreter = await start([baseline, project]);
      await interpreter.ask('resume', {files});
      return interpreter;
    };
    restored = [await restore(), await restore()];
  });

  after(() => {
    const failure = {code: 'stopped', message: 'The test is over.'} as const;
    for (const each of [original, ...restored]) each.stop(failure);
  });

  it('has chances of its own', async () => {
    const drawn = await Promise.all([original, ...restored].map(each => fields(each, '/chance/')));
    const [first = {}] = drawn;
    for (const name of Object.keys(first)) {
      const values = drawn.map(draw => draw[name]);
      expect(new Set(values).size, `${name}: ${values.join(', ')}`).to.equal(drawn.length);
    }
  });

  it('keeps the numbers that its author seeded', async () => {
    const drawn = await Promise.all(restored.map(each => fields(each, '/place/')));
    expect(new Set(drawn.map(({seeded}) => seeded)).size).to.equal(1);
  });

  it('has the time of now, in the time zone of the settings', async () => {
    for (const each of restored) {
      const before = seconds();
      const clock = await fields(each, '/clock/');
      for (const name of ['time', 'now', 'database']) {
        // Browsers tell the time no finer than this.
        expect(clock[name], name).to.be.within(before - 0.1, seconds() + 0.1);
        expect(clock[name], name).to.be.above(takenAt - 0.1);
      }
      expect(clock['naive']).to.equal(clock['local']);
      expect(clock['names']).to.deep.equal(['CET', 'CEST']);
      expect(clock['summer']).to.equal(Date.UTC(2030, 6, 1, 10) / 1000);
      expect(clock['winter']).to.equal(Date.UTC(2030, 0, 1, 11) / 1000);
    }
  });

  it('is in its folder, with each place to import from once', async () => {
    const before = await fields(original, '/place/');
    for (const each of restored) {
      const place = await fields(each, '/place/');
      expect(place['cwd']).to.equal('/project');
      expect(place['files']).to.deep.equal(before['files']);
      expect(place['path']).to.have.members(before['path'] as string[]);
      const path = place['path'] as string[];
      expect(path).to.deep.equal([...new Set(path)]);
    }
  });

  it('runs threads, and Python as a process', async () => {
    for (const each of [original, ...restored]) {
      expect(await fields(each, '/others/')).to.deep.equal({
        thread: true,
        output: "['-c', 'a'] True\n",
        errors: '',
        cwd: '/project',
      });
    }
  });

  it('imports what was not imported yet, and finds templates and static files', async () => {
    for (const each of restored) {
      const {modules} = await fields(each, '/later/');
      expect(modules).to.deep.equal([
        'colorsys',
        'django.contrib.syndication.views',
        'of the project',
      ]);
      expect(await ask(each, '/page/')).to.equal('<p>/static/notes/page.css</p>');
      expect(await ask(each, '/static/notes/page.css')).to.include('green');
    }
  });
});
