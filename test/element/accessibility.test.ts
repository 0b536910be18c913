import axe from 'axe-core';
import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {failureOf, mount, press} from './playground.js';

const VIEWS =
  'from django.http import HttpResponse\n\ndef index(request):\n    print("hello")\n    return HttpResponse("<!doctype html><html lang=en><title>Hello</title><p>Hello")\n';

/** What axe finds wrong, in short. */
async function violations(playground: DjangoPlayground): Promise<string[]> {
  await playground.updateComplete;
  const results = await axe.run(playground, {
    // The site in the frame is its author's.
    iframes: false,
    rules: {region: {enabled: false}},
  });
  return results.violations.map(
    ({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`,
  );
}

for (const scheme of ['light', 'dark']) {
  describe(`<django-playground> and assistive technology, ${scheme}`, () => {
    let playground: DjangoPlayground;

    before(() => {
      document.documentElement.style.colorScheme = scheme;
    });

    beforeEach(() => {
      playground = mount({'views.py': VIEWS, 'models.py': ''});
    });

    afterEach(() => playground.remove());

    after(() => {
      document.documentElement.style.colorScheme = '';
    });

    it('has no violation before it runs', async () => {
      expect(await violations(playground)).to.deep.equal([]);
    });

    it('has none while it starts, when it runs and when it is stopped', async () => {
      const running = playground.run();
      expect(await violations(playground)).to.deep.equal([]);
      await running;
      playground.shadowRoot?.querySelector('details')?.setAttribute('open', '');
      expect(await violations(playground)).to.deep.equal([]);
      await playground.stop();
      expect(await violations(playground)).to.deep.equal([]);
    });

    it('has none in any layout', async () => {
      for (const layout of ['tabs', 'code', 'output'] as const) {
        playground.layout = layout;
        expect(await violations(playground), layout).to.deep.equal([]);
      }
    });

    it('has none when it offers what is kept of an earlier visit', async () => {
      const id = `test-${crypto.randomUUID()}`;
      const visit = async (views: string): Promise<void> => {
        playground.remove();
        playground = mount({'views.py': views}, {persist: '', id});
        await playground.run();
      };
      await visit(VIEWS);
      await playground.manage(['startapp', 'notes']);
      await visit(`${VIEWS}\n# changed\n`);
      expect(await violations(playground)).to.deep.equal([]);
      const offer = playground.shadowRoot?.querySelector('[role=status]:has([part=offer])');
      expect(offer?.textContent).to.include('This page has changed');
      await playground.reset();
    });

    it('has none when it has failed, and says it at once', async () => {
      playground.django = '1.0';
      await failureOf(playground);
      expect(await violations(playground)).to.deep.equal([]);
      expect(playground.shadowRoot?.querySelector('[role=alert]')?.textContent).to.include('1.0');
      playground.django = null;
      await press(playground, 'Run');
    });
  });
}
