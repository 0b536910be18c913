import {expect} from 'chai';
import {completeProject, toStoredFiles} from '../../src/project/index.js';
import {SITE_ORIGIN, type HttpResponse} from '../../src/protocol/http.js';
import {Session, type Launch, type Pool} from '../../src/runtime/index.js';
import {freshName, open, tidyUp} from '../storage/storage.js';
import {newPool} from './pool.js';

const MODELS = `
from django.db import models

class Note(models.Model):
    text = models.CharField(max_length=50)
`;

const VIEWS = `
import sys
import asyncio
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from .models import Note

@csrf_exempt
def index(request):
    if request.method == "POST":
        Note.objects.create(text=request.body.decode())
    print("asked for", request.path)
    return HttpResponse(", ".join(note.text for note in Note.objects.all()))

def endless(request):
    while True:
        pass

def crash(request):
    import js
    js.eval("(() => { throw new RangeError('out of memory'); })").call()

async def slow(request):
    await asyncio.sleep(0.2)
    return HttpResponse("slow")
`;

function launch(
  sources: Readonly<Record<string, string>>,
  series: string | null = null,
  pristine = false,
): Launch {
  const sourceFiles = Object.entries(sources).map(([path, content]) => ({path, content}));
  const project = completeProject(sourceFiles);
  const {settingsModule} = project;
  const files = toStoredFiles(project);
  const path = '/notes/';
  return {series, locales: false, files, pristine, path, settingsModule, migrate: true};
}

const PROJECT = {'notes/models.py': MODELS, 'notes/views.py': VIEWS};

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function body(answer: Promise<HttpResponse>): Promise<string> {
  return new TextDecoder().decode((await answer).body);
}

function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

/** With snapshots, and where a page or its browser keeps none. */
const POOLS: Readonly<Record<string, () => Pool>> = {
  'a session': () => newPool({snapshots: open({name: freshName()}).snapshots}),
  'a session without snapshots': () => newPool(),
};

for (const [title, makePool] of Object.entries(POOLS))
  describe(title, () => {
    let pool: Pool;
    let session: Session;
    const printed: string[] = [];
    const written = new Map<string, boolean>();

    const ask = (path: string, method = 'GET', content = ''): Promise<HttpResponse> =>
      session.request({
        method,
        url: SITE_ORIGIN + path,
        headers: [['Host', 'playground.localhost']],
        body: bytes(content),
      });

    before(async () => {
      pool = makePool();
      session = new Session(pool, {
        onoutput: ({text}) => printed.push(text),
        onfiles: changes =>
          changes.forEach(({path, content}) => written.set(path, content !== null)),
      });
      const report = await session.launch(launch(PROJECT, null, true));
      expect(report.error?.traceback).to.equal(undefined);
      expect(report.django).to.match(/^5\.2/);
      await ask('/notes/');
      await pool.prepared();
    });

    after(() => session.stop());
    after(tidyUp);

    it('answers, prints, and tells which files Django wrote', async () => {
      expect(written.get('db.sqlite3')).to.equal(true);
      expect(await body(ask('/notes/', 'POST', 'first'))).to.equal('first');
      expect(printed.join('')).to.include('asked for /notes/');
    });

    it('answers two requests at a time', async () => {
      const order: string[] = [];
      const slow = body(ask('/notes/slow/')).then(text => order.push(text));
      const quick = body(ask('/notes/')).then(() => order.push('quick'));
      await Promise.all([slow, quick]);
      expect(order).to.deep.equal(['quick', 'slow']);
    });

    it('carries what Django wrote into a new interpreter', async () => {
      await ask('/notes/', 'POST', 'second');
      await session.launch(launch({...PROJECT, 'notes/views.py': VIEWS.replace('", "', '" & "')}));
      expect(await body(ask('/notes/'))).to.equal('first & second');
    });

    it('lists, reads, changes and deletes files of the running site', async () => {
      await session.writeFile({path: 'media/hello.txt', content: bytes('hello')});
      const files = await session.listFiles();
      expect(files).to.deep.include({path: 'media/hello.txt', size: 5});
      expect(files.map(({path}) => path)).to.include('notes/models.py');
      const {content} = await session.readFile('media/hello.txt');
      expect(new TextDecoder().decode(content)).to.equal('hello');
      await session.deleteFile('media/hello.txt');
      expect(written.get('media/hello.txt')).to.equal(false);
      expect(await failure(session.readFile('media/hello.txt'))).to.have.property(
        'code',
        'bad-file',
      );
      expect(await failure(session.readFile('../../etc/passwd'))).to.have.property(
        'code',
        'bad-file',
      );
    });

    it('rejects everything that waits when it is stopped, and wakes with its data', async () => {
      const waiting = [failure(ask('/notes/endless/')), failure(ask('/notes/'))];
      // The first question is on its way once a later one could be.
      await Promise.resolve().then(() => session.stop());
      for (const error of await Promise.all(waiting)) {
        expect(error).to.have.property('code', 'stopped');
      }
      expect(session.serving).to.equal(false);
      expect(await body(ask('/notes/'))).to.include('second');
    });

    it('lets the latest launch win', async () => {
      const first = failure(session.launch(launch(PROJECT)));
      await session.launch(launch(PROJECT));
      expect(await first).to.have.property('code', 'stopped');
      expect(await body(ask('/notes/'))).to.equal('first, second');
    });

    it('shows an exception of JavaScript that a view called as Django’s page', async () => {
      const response = await ask('/notes/crash/');
      expect(response.status).to.equal(500);
      expect(new TextDecoder().decode(response.body)).to.include('out of memory');
    });

    it('begins anew on the next visit, from what the first left', async () => {
      const next = new Session(pool);
      await pool.prepared();
      await next.launch(launch(PROJECT, null, true));
      const request = {method: 'GET', url: `${SITE_ORIGIN}/notes/`, headers: [], body: bytes('')};
      expect(await body(next.request(request))).to.equal('');
      next.stop();
    });

    it('refuses a series that was not built, and goes on', async () => {
      const error = await failure(session.launch(launch(PROJECT, '4.2')));
      expect(error).to.have.property('code', 'unknown-series');
      expect(await body(ask('/notes/'))).to.equal('first, second');
    });
  });
