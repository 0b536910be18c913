import {expect} from 'chai';
import type {DjangoPlayground, PlaygroundState} from '../../src/index.js';
import {until} from '../setup/until.js';
import {edit, face, mount, once, press, text} from './playground.js';

const PATH = 'notes/views.py';

/** A module whose page says so. */
function views(answer: string, before = ''): string {
  return `
import time
from django.http import HttpResponse
${before}
def index(request):
    return HttpResponse(${answer})

def slow(request):
    time.sleep(1.5)
    return HttpResponse("at last")
`;
}

describe('<django-playground live>', () => {
  let playground: DjangoPlayground;
  let states: PlaygroundState[];

  before(async () => {
    playground = mount({[PATH]: views('"first"')}, {path: '/notes/', live: ''});
    playground.addEventListener('django-playground-state', ({state}) => states.push(state));
  });

  beforeEach(() => (states = []));

  after(() => playground.remove());

  /** Until the page of a new version is shown. */
  async function shown(): Promise<void> {
    const {status} = await once(playground, 'django-playground-response');
    expect(status).to.equal(200);
  }

  async function says(what: string): Promise<void> {
    await until(`it says “${what}”`, async () => (await face(playground)).includes(what), {
      instead: () => face(playground),
    });
  }

  const focused = (): Element | null | undefined =>
    playground.shadowRoot?.querySelector('django-playground-files')?.shadowRoot?.activeElement;

  it('is a property, too, and runs nothing before the reader has', async () => {
    expect(playground.live).to.equal(true);
    playground.live = false;
    await playground.updateComplete;
    expect(playground.hasAttribute('live')).to.equal(false);
    playground.live = true;
    await edit(playground, views('"second"'));
    expect(states).to.deep.equal([]);
    await playground.run();
    expect(await text(playground, '/notes/')).to.equal('second');
  });

  it('runs again after a pause, with the page in sight and the focus in the editor', async () => {
    const {shadowRoot} = playground;
    let covers = 0;
    const observer = new MutationObserver(() => {
      if (shadowRoot?.querySelector('.cover')) covers += 1;
    });
    if (shadowRoot) observer.observe(shadowRoot, {subtree: true, childList: true});
    const response = shown();
    await edit(playground, views('"third"'));
    const field = focused();
    expect(field).to.be.an.instanceof(Element);
    await response;
    observer.disconnect();
    expect(await text(playground, '/notes/')).to.equal('third');
    expect(focused()).to.equal(field);
    expect(covers).to.equal(0);
    expect(states.filter(state => state === 'starting')).to.have.length(1);
  });

  it('waits while there is a syntax error, and says so', async () => {
    await edit(playground, views('"fourth"', 'def broken(:\n'));
    await says(`There is a syntax error in ${PATH}`);
    expect(states).to.deep.equal([]);
    expect(await text(playground, '/notes/')).to.equal('third');
  });

  it('keeps the page where the new version fails, and marks what fails', async () => {
    const frame = playground.shadowRoot?.querySelector('iframe[style*="visible"]');
    await edit(playground, views('nothing'));
    await says('This version fails: NameError, notes/views.py:6.');
    expect(playground.marks[0]).to.deep.include({path: PATH, line: 6, source: 'NameError'});
    await edit(playground, views('"fifth"', 'import nowhere\n'));
    await says('This version fails: ModuleNotFoundError, notes/views.py:4.');
    expect(playground.shadowRoot?.querySelector('iframe[style*="visible"]')).to.equal(frame);
    // Whoever wants to see it has it with Run.
    await press(playground, 'Run');
    const {status} = await once(playground, 'django-playground-response');
    expect(status).to.equal(500);
  });

  it('does not wait for an earlier version, but takes its place', async () => {
    await edit(playground, views('"sixth"', 'while True:\n    pass\n'));
    await once(playground, 'django-playground-state', ({state}) => state === 'starting');
    const response = shown();
    await edit(playground, views('"seventh"'));
    await response;
    expect(await text(playground, '/notes/')).to.equal('seventh');
    expect(playground.marks).to.deep.equal([]);
  });

  it('waits for an input method to compose', async () => {
    const field = focused();
    const compose = (type: string): void =>
      void field?.dispatchEvent(new CompositionEvent(type, {bubbles: true, composed: true}));
    await edit(playground, views('"eighth"'));
    compose('compositionstart');
    await text(playground, '/notes/slow/');
    expect(states).not.to.include('starting');
    const response = shown();
    compose('compositionend');
    await response;
    expect(await text(playground, '/notes/')).to.equal('eighth');
  });
});
