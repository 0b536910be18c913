import {expect} from 'chai';
import {DjangoPlaygroundEditor, EditEvent} from '../../src/editor/index.js';
import type {ProjectFile} from '../../src/protocol/project.js';

const FILES: readonly ProjectFile[] = [
  {path: 'polls/models.py', content: 'a = 1\n'},
  {path: 'polls/secret.py', content: 'b = 2\n', hidden: true},
  {path: 'polls/views.py', content: 'c = 3\n', selected: true, label: 'views'},
  {path: 'polls/logo.png', content: new Uint8Array([1, 2])},
  {path: 'README.md', content: 'read me', readonly: true},
];

describe('the editor', () => {
  let editor: DjangoPlaygroundEditor;

  before(() => {
    if (!customElements.get('django-playground-editor')) {
      customElements.define('django-playground-editor', DjangoPlaygroundEditor);
    }
  });

  beforeEach(async () => {
    editor = document.createElement('django-playground-editor');
    editor.files = FILES;
    document.body.append(editor);
    await editor.updateComplete;
  });

  afterEach(() => editor.remove());

  const tabs = (): HTMLElement[] => [
    ...(editor.shadowRoot?.querySelectorAll<HTMLElement>('[role=tab]') ?? []),
  ];
  const chosen = (): string | undefined =>
    tabs()
      .find(tab => tab.getAttribute('aria-selected') === 'true')
      ?.textContent?.trim();
  const area = (): HTMLTextAreaElement | null | undefined =>
    editor.shadowRoot?.querySelector('textarea');

  async function press(key: string): Promise<void> {
    const tab = tabs().find(each => each.tabIndex === 0);
    tab?.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
    await editor.updateComplete;
  }

  it('has a tab for each file that is not hidden, and shows the selected one', () => {
    expect(tabs().map(tab => tab.textContent?.trim())).to.deep.equal([
      'polls/models.py',
      'views',
      'polls/logo.png',
      'README.md',
    ]);
    expect(chosen()).to.equal('views');
    expect(area()?.value).to.equal('c = 3\n');
    expect(area()?.getAttribute('aria-label')).to.equal('polls/views.py');
  });

  it('goes from tab to tab with the arrow keys, Home and End', async () => {
    await press('ArrowLeft');
    expect(chosen()).to.equal('polls/models.py');
    await press('ArrowLeft');
    expect(chosen()).to.equal('README.md');
    await press('ArrowRight');
    expect(chosen()).to.equal('polls/models.py');
    await press('End');
    expect(chosen()).to.equal('README.md');
    await press('Home');
    expect(chosen()).to.equal('polls/models.py');
    await editor.updateComplete;
    expect(editor.shadowRoot?.activeElement?.textContent?.trim()).to.equal('polls/models.py');
  });

  it('tells of each edit, and marks files that differ', async () => {
    const edits: EditEvent[] = [];
    editor.addEventListener(EditEvent.type, event => edits.push(event));
    const field = area();
    if (!field) throw new Error('There is no text area');
    field.value = 'c = 4\n';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    expect(edits.map(({path, content}) => [path, content])).to.deep.equal([
      ['polls/views.py', 'c = 4\n'],
    ]);
    editor.changed = new Set(['polls/views.py']);
    await editor.updateComplete;
    const marked = tabs().filter(tab => tab.classList.contains('changed'));
    expect(marked.map(tab => tab.title)).to.deep.equal(['polls/views.py']);
  });

  it('shows what may not be edited as read-only, and says what is no text', async () => {
    await press('End');
    expect(area()?.readOnly).to.equal(true);
    await press('ArrowLeft');
    expect(area()).to.equal(null);
    expect(editor.shadowRoot?.querySelector('[role=tabpanel]')?.textContent).to.include('not text');
  });
});
