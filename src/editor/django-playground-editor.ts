import {LitElement, html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import {EditEvent} from './events.js';
import {styles} from './styles.js';

/** Lines a file may have before its text area scrolls. */
const MAX_ROWS = 26;
const MIN_ROWS = 8;

/**
 * A project's files as editable tabs. Part of `<django-playground>`, not for use alone.
 *
 * @summary Files as editable tabs.
 * @csspart tabs - The row of tabs.
 * @csspart text - The text area.
 */
export class DjangoPlaygroundEditor extends LitElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    files: {attribute: false},
    changed: {attribute: false},
    label: {},
    binaryText: {attribute: false},
    selected: {state: true},
  };

  /** The files as they are now; hidden ones get no tab. */
  declare files: readonly ProjectFile[];
  /** Paths of the files that differ from the author's. */
  declare changed: ReadonlySet<string>;
  /** The tab list's accessible name. */
  declare label: string;
  /** What stands in place of a file that is no text. */
  declare binaryText: string;
  declare private selected: string | undefined;

  constructor() {
    super();
    this.files = [];
    this.changed = new Set();
    this.label = 'Files';
    this.binaryText = 'This file is not text.';
    this.selected = undefined;
  }

  get #tabs(): readonly ProjectFile[] {
    return this.files.filter(file => !file.hidden);
  }

  get #current(): ProjectFile | undefined {
    const tabs = this.#tabs;
    return (
      tabs.find(({path}) => path === this.selected) ?? tabs.find(file => file.selected) ?? tabs[0]
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const current = this.#current;
    if (!current) return nothing;
    return html`
      <div role="tablist" part="tabs" aria-label=${this.label} @keydown=${this.#onKeydown}>
        ${this.#tabs.map(file => this.#renderTab(file, file === current))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.#tabs.indexOf(current)}">
        ${this.#renderFile(current)}
      </div>
    `;
  }

  #renderTab(file: ProjectFile, selected: boolean): TemplateResult {
    return html`
      <button
        type="button"
        role="tab"
        id="tab-${this.#tabs.indexOf(file)}"
        class=${this.changed.has(file.path) ? 'changed' : ''}
        aria-selected=${selected}
        aria-controls="panel"
        tabindex=${selected ? 0 : -1}
        title=${file.path}
        @click=${() => (this.selected = file.path)}
      >
        ${file.label ?? file.path}
      </button>
    `;
  }

  #renderFile({path, content, readonly}: ProjectFile): TemplateResult {
    if (typeof content !== 'string') return html`<p class="binary">${this.binaryText}</p>`;
    const rows = Math.min(Math.max(content.split('\n').length, MIN_ROWS), MAX_ROWS);
    return html`
      <textarea
        part="text"
        aria-label=${path}
        rows=${rows}
        .value=${content}
        ?readonly=${readonly ?? false}
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        autocorrect="off"
        wrap="off"
        translate="no"
        @input=${this.#onInput}
      ></textarea>
    `;
  }

  #onInput(event: Event): void {
    const current = this.#current;
    if (!current || !(event.target instanceof HTMLTextAreaElement)) return;
    this.dispatchEvent(new EditEvent(current.path, event.target.value));
  }

  /** Arrow keys, Home and End move between tabs, as in the ARIA pattern for tabs. */
  #onKeydown(event: KeyboardEvent): void {
    const tabs = this.#tabs;
    const current = this.#current;
    if (!current) return;
    const at = tabs.indexOf(current);
    const target = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.selected = tabs[target]?.path;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    );
  }
}
