import {expect} from 'chai';
import {strFromU8, unzipSync} from 'fflate';
import {configure, type DjangoPlayground} from '../../src/index.js';
import {indexOf, wheelAt} from '../packages/made.js';
import {face, failureOf, mount, once, press, text} from './playground.js';

const FIRST = wheelAt('first_made-1.0-py3-none-any.whl', {needs: 'second-made>=2'});
const SECOND = wheelAt('second_made-2.0-py3-none-any.whl');

/** Everything that a package is found by. */
const VIEWS = `
from importlib.metadata import entry_points, version
from importlib.resources import files

import first_made
from django.http import HttpResponse
from django.template.loader import render_to_string

def index(request):
    made = entry_points(group="tests", name="made")
    parts = [
        version("first-made"),
        ", ".join(sorted(point.load() for point in made)),
        files(first_made).joinpath("data.txt").read_text(),
        render_to_string("first_made.html", {"name": "Ada"}),
    ]
    return HttpResponse("|".join(part.strip() for part in parts))
`.trimStart();

const SETTINGS = `
INSTALLED_APPS = ["django.contrib.staticfiles", "first_made"]
`;

const SOURCES = {'mysite/settings.py': SETTINGS, 'views.py': VIEWS};

const FOUND = '1.0|first_made, second_made|Data of a package|A template of Ada';

describe('<django-playground> with packages', () => {
  let playground: DjangoPlayground;

  afterEach(() => {
    playground.remove();
    configure({packageIndex: undefined});
  });

  after(() => caches.delete('django-playground-packages'));

  it('explains what cannot be had, and has it once that was corrected', async () => {
    playground = mount(SOURCES);
    const noted = once(playground, 'django-playground-note', ({note}) =>
      note.includes('first_made'),
    );
    await playground.run();
    expect((await noted).note).to.include('requirements');
    playground.requirements = FIRST;
    const {error} = await failureOf(playground);
    expect(error.code).to.equal('package-unavailable');
    expect(error.message).to.include('first-made needs second-made');
    expect(await face(playground)).to.include(error.message);
    playground.requirements = `${FIRST}, ${SECOND}`;
    const ready = once(playground, 'django-playground-state', ({state}) => state === 'ready');
    const loading = once(
      playground,
      'django-playground-progress',
      ({progress}) => progress.stage === 'packages' && progress.loaded !== undefined,
    );
    await press(playground, 'Run');
    const {loaded, total} = (await loading).progress;
    expect(loaded).to.be.within(1, total ?? 0);
    await ready;
    expect(await text(playground, '/')).to.equal(FOUND);
    const zip = unzipSync(new Uint8Array(await (await playground.toZip()).arrayBuffer()));
    const path = Object.keys(zip).find(each => each.endsWith('/requirements.txt')) ?? '';
    expect(strFromU8(zip[path] ?? new Uint8Array())).to.include(
      new URL(SECOND, location.href).href,
    );
  });

  it('has the packages of a script, which is a file, and follows its changes', async () => {
    playground = mount({'views.py': VIEWS});
    const script = document.createElement('script');
    script.type = 'text/x-requirements';
    script.textContent = '\n    # Names\n    first-made\n  ';
    playground.append(script);
    const index = indexOf({
      'first-made': [{version: '0.9'}, {version: '1.0', needs: ['second-made']}],
      'second-made': [{version: '2.0'}],
    });
    configure({packageIndex: index});
    await playground.run();
    const files = playground.files.map(each => each.path);
    expect(files).to.deep.equal(['views.py', 'requirements.txt']);
    expect(await text(playground, '/')).to.include('TemplateDoesNotExist');
    playground.files = playground.files.map(file =>
      file.path === 'requirements.txt' ? {...file, content: 'first-made<1'} : file,
    );
    await playground.run();
    const about = 'from importlib.metadata import version; print(version("first-made"))';
    const {output} = await playground.manage(['shell', '-c', about]);
    expect(output).to.include('0.9');
  });
});
