/** What a framework has to be able to do with `<django-playground>`, without a wrapper. */
import '../../src/index.js';
import {expect} from 'chai';
import type {DjangoPlayground, PlaygroundState, Strings} from '../../src/index.js';
import {ENGLISH} from '../../src/index.js';
import {unwatchWorkers, watchWorkers, workersAlive} from '../runtime/workers.js';

/** What a page of the framework is made of. */
export interface PageProps {
  /** Whether the playground is on the page. */
  readonly shown: boolean;
  readonly theme: 'light' | 'dark';
  /** An attribute as good as a property. */
  readonly path: string;
  /** Attributes that have the names of other properties, and are set as those. */
  readonly run: 'click';
  readonly files: 'tree';
  /** Only a property can have it. */
  readonly strings: Strings;
  /** What the page puts into the slot for the title. */
  readonly title: string;
  /** Text of `views.py`, a child. */
  readonly views: string;
  /** Listens to `django-playground-state`. */
  readonly onState: (state: PlaygroundState) => void;
}

/** A page of the framework on a real page. */
export interface FrameworkPage {
  /** Renders it anew with other properties, and waits until that is done. */
  update(props: PageProps): Promise<void>;
  unmount(): void;
}

const VIEWS = `from django.http import HttpResponse

def index(request):
    return HttpResponse("Hello from views")
`;

/** @param render makes a page in an element. */
export function describeFramework(
  name: string,
  render: (container: HTMLElement, props: PageProps) => Promise<FrameworkPage>,
): void {
  describe(`<django-playground> in ${name}`, () => {
    const container = document.createElement('main');
    const states: PlaygroundState[] = [];
    let page: FrameworkPage;
    let props: PageProps = {
      shown: true,
      theme: 'light',
      path: '/',
      run: 'click',
      files: 'tree',
      strings: {...ENGLISH, run: 'Go'},
      title: 'In light',
      views: VIEWS,
      onState: state => states.push(state),
    };

    const playground = (): DjangoPlayground => {
      const element = container.querySelector('django-playground');
      if (!element) throw new Error('There is no playground.');
      return element;
    };
    const update = (changes: Partial<PageProps>): Promise<void> =>
      page.update((props = {...props, ...changes}));

    before(async () => {
      await watchWorkers();
      document.body.append(container);
      page = await render(container, props);
    });

    after(() => {
      page.unmount();
      container.remove();
      unwatchWorkers();
    });

    it('gets its attributes, properties, slots and files', async () => {
      await playground().updateComplete;
      expect(playground().theme).to.equal('light');
      expect(playground().filesLayout).to.equal('tree');
      expect(playground().strings.run).to.equal('Go');
      expect(playground().shadowRoot?.querySelector('.toolbar .primary')?.textContent).to.include(
        'Go',
      );
      await filesRead();
      expect(playground().files.map(({path}) => path)).to.deep.equal(['views.py']);
      const slot = playground().shadowRoot?.querySelector<HTMLSlotElement>('slot[name=title]');
      expect(slot?.assignedElements().map(each => each.textContent)).to.deep.equal(['In light']);
    });

    it('runs, and its events are heard', async () => {
      await playground().run();
      expect(states).to.include.members(['starting', 'ready']);
      expect(await (await playground().request('/')).text()).to.equal('Hello from views');
    });

    it('goes along with a change of state, and goes on running', async () => {
      const element = playground();
      await update({theme: 'dark', title: 'In dark'});
      expect(playground()).to.equal(element);
      expect(element.theme).to.equal('dark');
      expect(element.querySelector('[slot=title]')?.textContent).to.equal('In dark');
      expect(element.state).to.equal('ready');
    });

    it('frees its interpreter when it is taken away, and runs when it comes again', async () => {
      const before = workersAlive();
      expect(before.length).to.be.greaterThan(0);
      await update({shown: false});
      expect(container.querySelector('django-playground')).to.equal(null);
      // In a task of its own: it may only have been moved.
      while (workersAlive().length > 0 && before.every(worker => workersAlive().includes(worker))) {
        await new Promise(requestAnimationFrame);
      }
      await update({shown: true, views: VIEWS.replace('Hello', 'Good day')});
      await filesRead();
      expect(await (await playground().request('/')).text()).to.equal('Good day from views');
    });

    async function filesRead(): Promise<void> {
      while (playground().files.length === 0) await new Promise(requestAnimationFrame);
    }
  });
}
