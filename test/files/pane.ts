/** A code pane on a page, for the tests of this room. */
import {FILES_ENGLISH} from '../../src/element/files-strings.js';
import {DjangoPlaygroundFiles, type EditorHandle, type FileActions} from '../../src/files/index.js';
import {toggleMenu} from '../../src/menu/index.js';
import type {ProjectFile} from '../../src/protocol/project.js';
import {until} from '../setup/until.js';

/** What the pane asked for is done to its files, as the element does it. */
function actionsOn(
  pane: DjangoPlaygroundFiles,
  originals: readonly ProjectFile[],
  done: string[],
): FileActions {
  const set = (what: string, files: readonly ProjectFile[]): void => {
    done.push(what);
    pane.files = files;
  };
  const without = (path: string): ProjectFile[] => pane.files.filter(file => file.path !== path);
  return {
    beforeRead: () => {},
    edit: (path, content) =>
      set(
        `edit ${path} ${content}`,
        pane.files.map(file => (file.path === path ? Object.assign({...file}, {content}) : file)),
      ),
    add: (files, before) => {
      const kept = pane.files.filter(({path}) => files.every(file => file.path !== path));
      const at = kept.findIndex(({path}) => path === before);
      set(
        `add ${files.map(({path}) => path).join(' ')}`,
        kept.toSpliced(at < 0 ? kept.length : at, 0, ...files),
      );
    },
    rename: (from, to) =>
      set(
        `rename ${from} ${to}`,
        pane.files.map(file => (file.path === from ? Object.assign({...file}, {path: to}) : file)),
      ),
    remove: path => set(`remove ${path}`, without(path)),
    move: (path, before) => done.push(`move ${path} ${before}`),
    reset: path => done.push(`reset ${path}`),
    original: path => originals.find(file => file.path === path),
    run: () => done.push('run'),
    loadMenu: async () => toggleMenu,
  };
}

/** A pane with files, used as a person does. */
export class Pane {
  readonly element: DjangoPlaygroundFiles;
  /** What it asked for. */
  readonly done: string[] = [];

  constructor(files: readonly ProjectFile[]) {
    if (!customElements.get('django-playground-files')) {
      customElements.define('django-playground-files', DjangoPlaygroundFiles);
    }
    this.element = document.createElement('django-playground-files');
    this.element.files = files;
    this.element.strings = FILES_ENGLISH;
    this.element.actions = actionsOn(this.element, files, this.done);
    // Without an editor there is a plain text field.
    this.element.openEditor = (): Promise<EditorHandle> => Promise.reject(new Error('offline'));
    document.body.append(this.element);
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The pane has not rendered');
    return this.element.shadowRoot;
  }

  get paths(): string[] {
    return this.element.files.map(({path}) => path);
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  one(selector: string): HTMLElement {
    const [found] = this.all(selector);
    if (!found) throw new Error(`There is no ${selector} in:\n${this.root.innerHTML}`);
    return found;
  }

  /** The button or menu item that says so and can be seen. */
  button(label: string): HTMLElement {
    const found = this.all('button').find(
      button => button.textContent?.trim() === label && button.checkVisibility(),
    );
    if (!found) throw new Error(`There is no button “${label}” in:\n${this.root.innerHTML}`);
    return found;
  }

  /** Chooses something from the menu. */
  async choose(label: string): Promise<void> {
    this.one('button.more').click();
    await this.until('the menu is open', () => this.all('[role=menu]:popover-open').length > 0);
    this.button(label).click();
    await this.element.updateComplete;
  }

  /** Types a name into the dialog and presses Enter. */
  async name(name: string): Promise<void> {
    const input = this.one('dialog input') as HTMLInputElement;
    input.value = name;
    input.dispatchEvent(new InputEvent('input', {bubbles: true}));
    input.form?.requestSubmit();
    await this.element.updateComplete;
  }

  async press(target: HTMLElement, key: string, init: KeyboardEventInit = {}): Promise<void> {
    const options = {bubbles: true, composed: true, cancelable: true, ...init};
    target.dispatchEvent(new KeyboardEvent('keydown', {key, ...options}));
    await this.element.updateComplete;
  }

  async until(what: string, condition: () => boolean): Promise<void> {
    await until(what, condition, {instead: () => this.root.innerHTML});
  }
}
