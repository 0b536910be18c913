/** A small site that keeps rows, and the rows that it has answered for. */
import {completeProject, toStoredFiles} from '../../src/project/index.js';
import {SITE_ORIGIN, type HttpResponse} from '../../src/protocol/http.js';
import {Session, type Launch, type Pool, type SessionEvents} from '../../src/runtime/index.js';

/** As little of Django as there can be, so that many launches take little time. */
const SETTINGS = `
from pathlib import Path

BASE_DIR = Path(__file__).parent.parent
DEBUG = True
SECRET_KEY = "of no site"
ROOT_URLCONF = "mysite.urls"
INSTALLED_APPS = ["notes"]
MIDDLEWARE = []
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
`;

const MODELS = `
from django.db import models


class Note(models.Model):
    text = models.CharField(max_length=50)
`;

const VIEWS = `
import asyncio

from django.db import transaction
from django.http import HttpResponse

from .models import Note

REVISION = 0


def index(request):
    if request.method == "POST":
        Note.objects.create(text=request.body.decode())
    texts = Note.objects.order_by("id").values_list("text", flat=True)
    return HttpResponse("\\n".join([str(REVISION), *texts]))


def endless(request):
    while True:
        pass


def recursion(request):
    class Endless:
        def __repr__(self):
            return repr([self])

    return HttpResponse(repr(Endless()))


def memory(request):
    with transaction.atomic():
        Note.objects.create(text="not committed")
        [bytes(2**31 - 1) for _ in range(2)]


def trap(request):
    import ctypes

    with transaction.atomic():
        Note.objects.create(text="not committed")
        ctypes.string_at(2**32 - 16, 8)
    return HttpResponse("It can be read.")


async def slow(request):
    await asyncio.sleep(0.3)
    await Note.objects.acreate(text=request.body.decode())
    return HttpResponse("kept")
`;

const URLS = `
from django.urls import path

from notes import views

urlpatterns = [
    path("", views.index),
    path("endless/", views.endless),
    path("recursion/", views.recursion),
    path("memory/", views.memory),
    path("trap/", views.trap),
    path("slow/", views.slow),
]
`;

export interface NotesLaunch {
  /** What the site says of itself; 0 for its author's own code. */
  readonly revision?: number;
  readonly series?: string | null;
  /** Files beside the others, or in their place. */
  readonly files?: Readonly<Record<string, string>>;
}

export function notesLaunch({revision = 0, series = null, files = {}}: NotesLaunch = {}): Launch {
  const texts = {
    'mysite/settings.py': SETTINGS,
    'mysite/urls.py': URLS,
    'notes/models.py': MODELS,
    'notes/views.py': VIEWS.replace('REVISION = 0', `REVISION = ${revision}`),
    ...files,
  };
  const project = completeProject(
    Object.entries(texts).map(([path, content]) => ({path, content})),
  );
  return {
    series,
    locales: false,
    files: toStoredFiles(project),
    pristine: revision === 0 && Object.keys(files).length === 0,
    path: '/',
    settingsModule: project.settingsModule,
    migrate: true,
  };
}

/** What the site shows. */
export interface Page {
  readonly revision: number;
  readonly rows: readonly string[];
}

/** A session with the site. */
export class Notes {
  readonly session: Session;
  /** The rows that were answered for: never may one be missing. */
  readonly kept: string[] = [];

  constructor(pool: Pool, events?: SessionEvents) {
    this.session = new Session(pool, events);
  }

  /** Launch it and have it answer. */
  async run(launch: NotesLaunch = {}): Promise<Page> {
    await this.session.launch(notesLaunch(launch));
    return this.page();
  }

  async add(text: string): Promise<Page> {
    const page = read(await this.ask('/', text));
    this.kept.push(text);
    return page;
  }

  async page(): Promise<Page> {
    return read(await this.ask('/'));
  }

  /** @param body Sent with a POST; without one it is a GET. */
  ask(path: string, body?: string): Promise<HttpResponse> {
    return this.session.request({
      method: body === undefined ? 'GET' : 'POST',
      url: SITE_ORIGIN + path,
      headers: [['Host', 'playground.localhost']],
      body: new TextEncoder().encode(body ?? ''),
    });
  }
}

function read({status, body}: HttpResponse): Page {
  const text = new TextDecoder().decode(body);
  if (status !== 200) throw new Error(`The site answered ${status}: ${text.slice(0, 500)}`);
  const [revision, ...rows] = text.split('\n');
  return {revision: Number(revision), rows};
}
