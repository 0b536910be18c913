import {expect} from 'chai';
import {Notes, notesLaunch} from './notes.js';
import {newPool} from './pool.js';
import {crash, unwatchWorkers, watchWorkers, workersAlive} from './workers.js';

/** What goes wrong in a request, by the path that it is asked for, and how that ends. */
const ENDINGS: Readonly<Record<string, readonly (string | number)[]>> = {
  '/memory/': [500, 'crashed'],
  '/recursion/': [500, 'crashed'],
  '/trap/': ['crashed'],
};

/** @returns the answer's status, or the code of what went wrong. */
function ending(work: Promise<{status: number}>): Promise<unknown> {
  return work.then(
    ({status}) => status,
    (error: unknown) => (error as {code?: unknown}).code,
  );
}

describe('an interpreter that ends', () => {
  let site: Notes;

  before(async () => {
    await watchWorkers();
    site = new Notes(newPool({interpreters: 3, spare: false}));
    await site.run();
  });

  afterEach(async () => {
    expect((await site.page()).rows).to.deep.equal(site.kept);
    expect(workersAlive().length).to.equal(1);
  });

  after(() => site.session.stop());
  after(unwatchWorkers);

  for (const [path, endings] of Object.entries(ENDINGS)) {
    it(`loses no row that was there before ${path}`, async () => {
      await site.add(`before ${path}`);
      expect(endings).to.include(await ending(site.ask(path)));
      expect((await site.page()).rows).to.deep.equal(site.kept);
    });
  }

  it('loses no row when its thread fails', async () => {
    await site.add('before it failed');
    const asked = ending(site.ask('/slow/', 'never answered'));
    workersAlive().forEach(crash);
    expect(await asked).to.equal('crashed');
  });

  it('leaves the one before in its place when it had not answered yet', async () => {
    await site.add('before the candidate');
    await site.session.launch(notesLaunch({revision: 1}));
    const candidate = workersAlive().at(-1);
    expect(workersAlive().length).to.equal(2);
    if (candidate) crash(candidate);
    expect(await site.page()).to.deep.equal({revision: 0, rows: site.kept});
  });

  it('shows why code cannot be imported, and keeps the rows until it can', async () => {
    await site.add('before the mistake');
    const files = {'notes/views.py': 'import nothing_of_this_name'};
    const {error} = await site.session.launch(notesLaunch({files}));
    expect(error?.message).to.include('nothing_of_this_name');
    const {status, body} = await site.ask('/');
    expect(status).to.equal(500);
    expect(new TextDecoder().decode(body)).to.include('nothing_of_this_name');
    expect(await site.run({revision: 3})).to.deep.equal({revision: 3, rows: site.kept});
  });
});
