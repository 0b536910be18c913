import {expect} from 'chai';
import '../../src/index.js';
import type {DjangoPlayground} from '../../src/index.js';
import {until} from '../setup/until.js';
import {face, once} from './playground.js';

const block = (path: string, text: string): string =>
  `<pre data-path="${path}"><code>${text}</code></pre>`;

const address = (files: object): string =>
  `data:application/json,${encodeURIComponent(JSON.stringify(files))}`;

describe('what an author writes into <django-playground>', () => {
  let playground: DjangoPlayground;

  /** Put it on the page, as the parser would. */
  function put(html: string, attributes = ''): void {
    const holder = document.createElement('div');
    holder.innerHTML = `<django-playground ${attributes}>${html}</django-playground>`;
    document.body.append(holder);
    playground = holder.querySelector('django-playground')!;
  }

  const paths = (): string[] => playground.files.map(({path}) => path);

  /** Wait for these files. */
  async function has(...wanted: string[]): Promise<void> {
    await until(`it has ${wanted.join()}`, () => paths().join() === wanted.join());
  }

  afterEach(() => playground.parentElement?.remove());

  it('is shown as it is until it has been read', async () => {
    put(block('views.py', 'a = 1'));
    await playground.updateComplete;
    const shown = playground.shadowRoot!.querySelector('.code slot');
    expect(paths().length > 0 || shown !== null).to.equal(true);
    await has('views.py');
    await playground.updateComplete;
    expect(playground.shadowRoot!.querySelector('.code slot')).to.equal(null);
    expect(playground.querySelector('pre')!.checkVisibility()).to.equal(false);
  });

  it('may come late, into a wrapper too, and nothing is said of its absence before', async () => {
    put('<div></div>');
    await playground.updateComplete;
    expect(playground.state).to.equal('idle');
    playground.firstElementChild!.innerHTML = block('a.py', 'a');
    await has('a.py');
    playground.firstElementChild!.innerHTML += block('b.py', 'b');
    await has('a.py', 'b.py');
    expect(playground.state).to.equal('idle');
  });

  it('may be highlighted late, which changes no file', async () => {
    put(block('a.py', 'import a'));
    await has('a.py');
    const {files} = playground;
    playground.querySelector('code')!.innerHTML = '<span class="k">import</span> a';
    const marker = document.createElement('div');
    marker.innerHTML = block('b.py', 'b');
    playground.append(marker);
    await has('a.py', 'b.py');
    expect(playground.files[0]).to.deep.equal(files[0]);
  });

  it('may be mended, and the failure goes', async () => {
    put(block('../a.py', 'a'));
    await once(playground, 'django-playground-error');
    expect(await face(playground)).to.include('../a.py');
    playground.innerHTML = block('a.py', 'a');
    await has('a.py');
    expect(playground.state).to.equal('idle');
    expect(await face(playground)).not.to.include('../a.py');
  });

  it('may be behind an address, which can change', async () => {
    put('', `src="${address({'a.py': 'a'})}"`);
    await has('a.py');
    playground.src = address({'b.py': 'b'});
    await has('b.py');
  });

  it('may have something for the place of the output, which the reader sees first', async () => {
    put(`${block('a.py', 'a')}<p slot="output">Frozen</p>`);
    await has('a.py');
    await playground.updateComplete;
    const frozen = playground.querySelector<HTMLElement>('[slot=output]')!;
    const run = playground.shadowRoot!.querySelector<HTMLElement>('.cover button')!;
    expect(frozen.checkVisibility()).to.equal(true);
    expect(frozen.getBoundingClientRect().bottom).to.be.lessThan(run.getBoundingClientRect().top);
  });
});
