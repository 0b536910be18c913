import {html, type TemplateResult} from 'lit';
import type {CodeSettings, Mark} from '../protocol/code.js';
import type {DjangoPlaygroundFiles, FileActions, OpenEditor} from '../files/index.js';
import {loadFindRegions} from '../project/index.js';
import type {Appearance} from './appearance.js';
import {openEditor} from './open-editor.js';
import type {ProjectController} from './project-controller.js';

export interface CodePaneActions {
  run(): void;
  /** Let go of what Django wrote to a file. */
  forgetWritten(path: string): void;
}

/** The pane with the files: what it is given, and what it does to the project. */
export class CodePane {
  readonly #host: Appearance;
  readonly #project: ProjectController;
  readonly #actions: FileActions;
  readonly #openEditor: OpenEditor = async options =>
    openEditor(options, this.#host.strings.editor());
  #settings: CodeSettings | undefined;
  #marks: readonly Mark[] = [];

  constructor(host: Appearance, project: ProjectController, actions: CodePaneActions) {
    this.#host = host;
    this.#project = project;
    this.#actions = {
      edit: (path, content) => project.edit(path, content),
      beforeRead: settle => (project.settle = settle),
      add: (files, before) => project.add(files, before),
      rename: (from, to) => {
        actions.forgetWritten(from);
        project.rename(from, to);
      },
      remove: path => {
        actions.forgetWritten(path);
        project.remove(path);
      },
      move: (path, before) => project.move(path, before),
      reset: path => project.resetFile(path),
      original: path => project.originalOf(path),
      run: () => actions.run(),
      loadMenu: async () => (await import('../menu/index.js')).toggleMenu,
    };
  }

  /** What is said about lines of any file. */
  set marks(marks: readonly Mark[]) {
    this.#marks = marks;
    this.#host.requestUpdate();
  }

  /**
   * Go to a place of a file and edit there.
   *
   * @param path As the reader knows it.
   * @param line From 1.
   * @param column From 1.
   */
  async reveal(path: string, line = 1, column = 1): Promise<void> {
    await this.#host.updateComplete;
    const pane =
      this.#host.renderRoot.querySelector<DjangoPlaygroundFiles>('django-playground-files');
    await pane?.reveal(path, {line, column});
  }

  render(): TemplateResult {
    const {strings, filesLayout, editorExtensions} = this.#host;
    // Blocks of code can be read before they have been.
    if (this.#project.original.length === 0) return html`<slot></slot>`;
    return html`<django-playground-files
      exportparts="tabs, tree, text, menu, dialog"
      .files=${this.#project.shown}
      .changed=${this.#project.changed}
      .settings=${this.#codeSettings()}
      .layout=${filesLayout}
      .strings=${strings.pane}
      .extensions=${editorExtensions}
      .marks=${this.#marks}
      .actions=${this.#actions}
      .loadRegions=${loadFindRegions}
      .openEditor=${this.#openEditor}
    ></django-playground-files>`;
  }

  /** The same object for as long as nothing is different. */
  #codeSettings(): CodeSettings {
    const {lineNumbers, wrap, tabSize} = this.#host;
    const known = this.#settings;
    if (known?.lineNumbers === lineNumbers && known.wrap === wrap && known.tabSize === tabSize) {
      return known;
    }
    this.#settings = {lineNumbers, wrap, tabSize};
    return this.#settings;
  }
}
