import {openSearchPanel} from '@codemirror/search';
import axe from 'axe-core';
import {expect} from 'chai';
import {open, until, type Opened} from './open.js';

const FILE = {
  path: 'polls/views.py',
  content: `"""Views."""
# playground-fold
import os
# playground-fold-end
# playground-readonly
LIMIT = 10
# playground-readonly-end


@decorated
def index(request: HttpRequest) -> str:
    # A comment
    return f"{LIMIT}" if request.user else None
`,
};

const TEMPLATE = {
  path: 'polls/index.html',
  content: '{% load static %}\n<p class="a">{{ text|title }} &amp; {# note #}</p>\n',
};

async function violations({root}: Opened): Promise<string[]> {
  const results = await axe.run(root.host as HTMLElement, {rules: {region: {enabled: false}}});
  return results.violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes.map(({target, failureSummary}) => `${target.join(' ')} ${failureSummary}`).join(', ')}`,
  );
}

for (const scheme of ['light', 'dark']) {
  describe(`the editor and assistive technology, ${scheme}`, () => {
    let opened: Opened;

    beforeEach(async () => {
      document.documentElement.style.colorScheme = scheme;
      opened = await open([FILE, TEMPLATE]);
    });

    afterEach(() => {
      opened.close();
      document.documentElement.style.colorScheme = '';
    });

    it('has no violation with code, marks and regions', async () => {
      opened.editor.setMarks([
        {path: FILE.path, line: 12, severity: 'error', message: 'Wrong', source: 'NameError'},
        {path: FILE.path, line: 1, severity: 'warning', message: 'Hm', source: 'W001'},
      ]);
      expect(await violations(opened)).to.deep.equal([]);
      opened.editor.reveal(12);
      await until(() => opened.root.querySelector('.cm-tooltip-marks') !== null);
      expect(await violations(opened)).to.deep.equal([]);
    });

    it('has none while it searches, in a template, and when it compares', async () => {
      openSearchPanel(opened.view);
      expect(await violations(opened)).to.deep.equal([]);
      opened.editor.show(TEMPLATE);
      expect(await violations(opened)).to.deep.equal([]);
      opened.editor.setOriginal(TEMPLATE.path, '<p>\n');
      opened.editor.compare(true);
      await until(() => opened.root.querySelector('.cm-deletedChunk') !== null);
      expect(await violations(opened)).to.deep.equal([]);
    });
  });
}
