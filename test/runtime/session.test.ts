import {expect} from 'chai';
import {get} from '../../src/browser/index.js';
import type {HttpResponse} from '../../src/protocol/http.js';
import type {StoredFile} from '../../src/protocol/project.js';
import {Session, type Launch} from '../../src/runtime/index.js';
import {completeProject, toStoredFiles} from '../../src/project/index.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {pool} from './pool.js';

const NOTES = `
from django.db import models
from django.http import HttpResponse

class Note(models.Model):
    text = models.CharField(max_length=50)
`;

const VIEWS = `
from django.http import HttpResponse
from .models import Note

def index(request):
    if request.method == "POST":
        Note.objects.create(text=request.body.decode())
    print("asked for", request.path)
    return HttpResponse(", ".join(note.text for note in Note.objects.all()))

def endless(request):
    while True:
        pass

def deep(request):
    def fall():
        return fall()
    return HttpResponse(str(fall()))
`;

function launch(sources: Record<string, string>): Launch {
  const files = Object.entries(sources).map(([path, content]) => ({path, content}));
  const project = completeProject(files);
  return {
    series: null,
    files: toStoredFiles(project),
    settingsModule: project.settingsModule,
    migrate: true,
  };
}

const PROJECT = {'notes/models.py': NOTES, 'notes/views.py': VIEWS};

async function body(answer: Promise<HttpResponse>): Promise<string> {
  return new TextDecoder().decode((await answer).body);
}

describe('a session', () => {
  let session: Session;
  const printed: string[] = [];
  const written: string[] = [];

  const ask = (path: string, method = 'GET', content = ''): Promise<HttpResponse> => {
    const request = {...get(SITE_ORIGIN + path), method, body: new TextEncoder().encode(content)};
    return session.request({...request, headers: [['Host', 'playground.localhost']]});
  };

  before(async () => {
    session = new Session(pool(), {
      onoutput: ({text}) => printed.push(text),
      onfiles: changes => written.push(...changes.map(({path}) => path)),
    });
    const report = await session.launch(
      launch({
        ...PROJECT,
        'notes/views.py': VIEWS.replace('def index', '@csrf_exempt\ndef index').replace(
          'from .models',
          'from django.views.decorators.csrf import csrf_exempt\nfrom .models',
        ),
      }),
    );
    expect(report.error?.traceback).to.equal(undefined);
  });

  after(() => session.stop());

  it('answers, prints, and tells which files Django wrote', async () => {
    expect(written).to.include('db.sqlite3');
    expect(await body(ask('/notes/', 'POST', 'first'))).to.equal('first');
    expect(printed.join('')).to.include('asked for /notes/');
  });

  it('carries what Django wrote into a new interpreter', async () => {
    await ask('/notes/', 'POST', 'second');
    await session.launch(launch({...PROJECT, 'notes/views.py': VIEWS.replace('", "', '" and "')}));
    expect(await body(ask('/notes/'))).to.equal('first and second');
  });
});
