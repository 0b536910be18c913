import {
  LitElement,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {CodeSettings, Mark} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import type {FileActions} from './actions.js';
import {renderBar} from './bar.js';
import {Editing} from './editing.js';
import type {OpenEditor, Place} from './editor.js';
import {isText} from './is-text.js';
import {LatePart} from './late-part.js';
import type {LateTools} from './late-tools.js';
import {renderNotice} from './notice.js';
import type {Operations} from './operations.js';
import {PaneParts, type FindRegions} from './pane-parts.js';
import {renderPanel} from './panel.js';
import type {FilesStrings} from './strings.js';
import {styles} from './styles.js';
import {renderTabs, type FileListOptions} from './tab-list.js';

/** How files are chosen from; tabs give way to a tree where there are many. */
export type FilesLayout = 'tabs' | 'tree';

/** The most files that have tabs where nothing else was asked for. */
const MOST_TABS = 8;

/**
 * A project's files, to be read at once and edited once somebody goes to. Part of
 * `<django-playground>`, not for use alone.
 *
 * @summary The code pane.
 * @csspart tabs - The row of tabs.
 * @csspart tree - The tree of files.
 * @csspart text - The code that is shown.
 */
export class DjangoPlaygroundFiles extends LitElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    files: {attribute: false},
    changed: {attribute: false},
    settings: {attribute: false},
    layout: {},
    strings: {attribute: false},
    extensions: {attribute: false},
    marks: {attribute: false},
    showHidden: {state: true},
    selected: {state: true},
    isTreeOpen: {state: true},
  };

  /** As they are now; hidden ones are not shown unless the reader wants them. */
  declare files: readonly ProjectFile[];
  /** Paths of the files that differ from the author's. */
  declare changed: ReadonlySet<string>;
  declare settings: CodeSettings;
  declare layout: FilesLayout | null;
  declare strings: FilesStrings;
  /** For the editor, of the page's author. */
  declare extensions: readonly unknown[];
  declare marks: readonly Mark[];
  declare showHidden: boolean;
  declare actions: FileActions;
  declare openEditor: OpenEditor;
  declare findRegions: FindRegions;
  /** Where a file may have regions. */
  declare loadRegions: () => Promise<FindRegions>;
  declare private selected: string | undefined;
  declare private isTreeOpen: boolean;

  readonly editing = new Editing(this);
  readonly #tools = new LatePart<LateTools>(this, async () => {
    const {LateTools: Tools} = await import('./late-tools.js');
    return new Tools(this, {
      move: (path, before) => this.#move(path, before),
      moveInto: (path, folder) =>
        void this.#operations.load().then(operations => operations?.moveInto(path, folder)),
      take: async (...dropped) => (await this.#operations.load())?.takeDropped(...dropped),
    });
  });
  /** @internal */
  readonly parts = new PaneParts(this);
  readonly #operations = new LatePart<Operations>(this, async () => {
    const [{Operations: Part}, strings, toggleMenu] = await Promise.all([
      import('./operations.js'),
      this.strings.operations(),
      this.actions.loadMenu(),
    ]);
    return new Part(this, strings, toggleMenu);
  });
  /** Files that are found although they are hidden. */
  #revealed: ReadonlySet<string> = new Set();

  constructor() {
    super();
    this.files = [];
    this.changed = new Set();
    this.settings = {lineNumbers: false, wrap: false, tabSize: 4};
    this.layout = null;
    this.extensions = [];
    this.marks = [];
    this.showHidden = false;
    this.selected = undefined;
    this.isTreeOpen = false;
    this.findRegions = () => [];
    this.loadRegions = async () => this.findRegions;
  }

  /** The files that can be chosen. */
  get visible(): readonly ProjectFile[] {
    if (this.showHidden) return this.files;
    return this.files.filter(({path, hidden}) => !hidden || this.#revealed.has(path));
  }

  /** The file that is shown. */
  get current(): ProjectFile | undefined {
    const files = this.visible;
    return (
      files.find(({path}) => path === this.selected) ??
      files.find(file => file.selected) ??
      files[0]
    );
  }

  /** Show a file, hidden or not. */
  select(path: string): void {
    this.selected = path;
    this.parts.tree.value?.reveal(path);
    this.isTreeOpen = false;
    if (this.files.some(file => file.path === path && file.hidden)) {
      this.#revealed = new Set([...this.#revealed, path]);
    }
  }

  /**
   * Go to a place of a file and edit there.
   *
   * @param path As the reader knows it.
   */
  async reveal(path: string, place: Place = {line: 1}): Promise<void> {
    this.select(path);
    if (this.current?.path !== path) return;
    await this.editing.open(place);
  }

  /** Put the focus on the file that is shown, in tabs or tree. */
  focusList(): void {
    const chosen = ':is([role=tab], [role=treeitem])[tabindex="0"]';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(chosen)?.focus({preventScroll: true}),
    );
  }

  /** @internal */
  renderNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /** Tabs stand in for a tree that cannot be loaded. */
  get #isTree(): boolean {
    const layout = this.layout ?? (this.visible.length > MOST_TABS ? 'tree' : 'tabs');
    return layout === 'tree' && !this.parts.tree.hasFailed;
  }

  /** All that is shown has come, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.parts.areLoading && !this.#tools.isLoading) return isComplete;
    await Promise.all([this.parts.settled(), this.#tools.load()]);
    return await super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const known = changed.has('files') ? changed.get('files') : this.files;
    this.parts.want(this.#isTree, known);
  }

  protected override firstUpdated(): void {
    this.#tools.want();
    // The plain text is painted first.
    requestAnimationFrame(() => setTimeout(() => void this.parts.highlighter.load()));
  }

  protected override updated(): void {
    this.style.setProperty('--_tab-size', String(this.settings.tabSize));
    const shown = this.renderRoot.querySelector('[role=tab][aria-selected=true]');
    if (!shown) return;
    if (this.selected) shown.scrollIntoView({block: 'nearest', inline: 'nearest'});
    else this.#tools.value?.reveal(shown);
  }

  protected override render(): TemplateResult | typeof nothing {
    const {current, strings, visible, editing} = this;
    if (!current) return nothing;
    // What is folded later would move all below.
    if (this.parts.regions.isLoading && !this.renderRoot.firstElementChild) return nothing;
    const isTree = this.#isTree;
    const editor = editing.element;
    const list = this.#listOptions(current);
    const tools = this.#tools.value;
    const isPrinting = tools?.printing.isOn ?? false;
    return html`
      <div class="pane ${isTree ? 'with-tree' : ''} ${this.settings.wrap ? 'wrapped' : ''}">
        ${renderBar(current, {
          strings,
          copying: tools?.copying,
          copy: () => void this.#tools.load().then(late => late?.copying.copy(current)),
          tabs: isTree ? undefined : renderTabs(list),
          isTreeOpen: this.isTreeOpen,
          toggleTree: () => (this.isTreeOpen = !this.isTreeOpen),
          openMenu: anchor => void this.#openMenu(anchor),
          notices: html`<div role="status">${this.#editorNotice()}</div>
            ${this.#operations.value?.render() ?? nothing}`,
        })}
        <div class="body">
          ${
            isTree
              ? html`<div class="tree ${this.isTreeOpen ? 'open' : ''}">
                  ${this.parts.tree.value?.render(list) ?? nothing}
                </div>`
              : nothing
          }
          <div class="panels">
            ${visible.map((file, index) =>
              renderPanel(file, {
                index,
                isTab: !isTree,
                isShown: file === current && !editor,
                isEdited: file === current && editor !== undefined && !isPrinting,
                settings: this.settings,
                strings,
                tokenize: file === current || isPrinting ? this.parts.highlighter.value : undefined,
                renderImage: isText(file) ? undefined : this.parts.image.value,
                renderRegions: this.parts.regions.value,
                findRegions: this.findRegions,
                edit: click => void editing.open(click),
                find: () => this.#find(file),
              }),
            )}
            <div
              id="editing"
              class="editing"
              role=${isTree ? 'group' : 'tabpanel'}
              aria-label=${current.path}
              ?hidden=${!editor}
            >
              ${editor ?? nothing}
            </div>
          </div>
        </div>
      </div>
    `;
  }

  #editorNotice(): TemplateResult | typeof nothing {
    const {editing, strings} = this;
    if (!editing.failure) return nothing;
    const again = {label: strings.tryAgain, press: () => void editing.retry()};
    return renderNotice(strings[editing.failure], [again]);
  }

  #move(path: string, before: string | undefined): void {
    this.actions.move(path, before);
    this.focusList();
  }

  #listOptions(current: ProjectFile): FileListOptions {
    return {
      files: this.visible,
      current,
      changed: this.changed,
      strings: this.strings,
      select: path => {
        this.select(path);
        this.focusList();
      },
      move: (path, before) => this.#move(path, before),
      openMenu: anchor => void this.#openMenu(anchor),
      onKeydown: this.#tools.value?.onTabKeydown,
    };
  }

  /** The browser found something in a file that is not shown. */
  #find({path}: ProjectFile): void {
    this.select(path);
    this.editing.session?.close();
  }

  async #openMenu(anchor: HTMLElement): Promise<void> {
    const operations = await this.#operations.load();
    await this.updateComplete;
    operations?.openMenu(anchor);
  }
}
