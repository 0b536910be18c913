import {expect} from 'chai';
import {strToU8, unzipSync, zipSync} from 'fflate';
import {manifest} from 'virtual:runtime';
import {Installer} from '../../src/packages/index.js';
import {Session, type Launch} from '../../src/runtime/index.js';
import type {Interpreter} from '../../src/runtime/interpreter.js';
import {startInterpreter} from '../../src/runtime/starter.js';
import {wheelAt} from '../packages/made.js';
import {assets, newPool} from './pool.js';
import {get, loadRequest} from './project.js';

/** Notes what is compiled from now on, in the order in which it is. */
const SETTINGS = `
from importlib.machinery import SourceFileLoader

compiled = []
native = SourceFileLoader.source_to_code

def source_to_code(self, data, path, **options):
    compiled.append(path.rpartition("/site-packages/")[2])
    return native(self, data, path, **options)

SourceFileLoader.source_to_code = source_to_code
DEBUG = True
`;

/** What became of modules: their names, what they say, what was compiled, their first lines. */
function project(modules: readonly string[]): Readonly<Record<string, string>> {
  return {
    'mysite/settings.py': SETTINGS,
    'mysite/urls.py': `
import linecache
from django.http import JsonResponse
from django.urls import path
${modules.map(name => `import ${name}`).join('\n')}
from . import settings

modules = [${modules.join(', ')}]

def index(request):
    return JsonResponse({
        "names": [module.NAME for module in modules],
        "compiled": [name for name in settings.compiled if not name.startswith("/project/")],
        "lines": [linecache.getline(module.__file__, 1).strip() for module in modules],
    })

urlpatterns = [path("", index)]
`,
  };
}

function image(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), {level: 0});
}

function start(): Promise<Interpreter> {
  const options = {series: null, locales: false, memory: []};
  return startInterpreter(assets(), options, () => {}, new AbortController().signal);
}

describe('bytecode of packages', () => {
  it('is made without running anything, and goes with its sources alone', async () => {
    const sources = {
      'first_made.py': 'NAME = "first"\n',
      'made/__init__.py': 'raise SystemExit\n',
      'made/second.py': 'NAME = "\\second"\n',
      'made/template.py': 'class {{ name }}:\n',
      'made/data.txt': 'no module\n',
    };
    const interpreter = await start();
    const {zip} = await interpreter.ask('compile', {zip: image(sources)});
    expect(Object.keys(unzipSync(zip))).to.have.members([
      '__pycache__/first_made.cpython-314.pyc',
      'made/__pycache__/__init__.cpython-314.pyc',
      'made/__pycache__/second.cpython-314.pyc',
    ]);
    const changed = {...sources, 'made/__init__.py': '', 'made/second.py': 'NAME = "changed"\n'};
    const images = [image(changed), zip].map(each => ({place: 'packages', zip: each}) as const);
    await interpreter.ask('mount', {images});
    const load = loadRequest(project(['first_made', 'made.second']));
    const {error} = await interpreter.ask('load', {...load, migrate: false});
    expect(error?.traceback).to.equal(undefined);
    expect(await read(interpreter.ask('request', get('/')))).to.deep.equal({
      names: ['first', 'changed'],
      compiled: ['made/__init__.py', 'made/second.py'],
      lines: ['NAME = "first"', 'NAME = "changed"'],
    });
    interpreter.stop({code: 'stopped', message: 'The test is over.'});
  });

  it('is there for the interpreters that come after the first', async () => {
    const pool = newPool();
    const session = new Session(pool);
    const installer = new Installer(manifest.pyodide);
    const launch = (): Launch => ({
      ...loadRequest(project(['first_made'])),
      series: null,
      locales: false,
      pristine: false,
      path: '/',
      migrate: false,
      packages: installer.install(
        wheelAt('first_made-1.0-py3-none-any.whl'),
        {included: [], base: location.href},
        () => {},
      ),
    });
    const seen = async (): Promise<unknown> => {
      const {error} = await session.launch(launch());
      expect(error?.traceback).to.equal(undefined);
      return read(session.request(get('/')));
    };
    const same = {names: ['first_made'], lines: ['NAME = "first_made"']};
    expect(await seen()).to.deep.equal({...same, compiled: ['first_made/__init__.py']});
    await pool.prepared();
    expect(await seen()).to.deep.equal({...same, compiled: []});
    await pool.prepared();
    session.stop();
  });
});

async function read(answer: Promise<{body: Uint8Array<ArrayBuffer>}>): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode((await answer).body)) as unknown;
}
