import type {CodeSettings} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import type {EditorHandle, EditorOptions} from './editor.js';

type Place = readonly [start: number, end: number, scrollTop: number];

/** A plain text field, for when the editor cannot be loaded. */
export class TextArea implements EditorHandle {
  readonly element = document.createElement('textarea');
  readonly #places = new Map<string, Place>();
  #path = '';

  constructor({settings, onedit}: Pick<EditorOptions, 'settings' | 'onedit'>) {
    const {element} = this;
    element.setAttribute('part', 'text');
    element.spellcheck = false;
    element.autocapitalize = 'off';
    element.autocomplete = 'off';
    element.setAttribute('autocorrect', 'off');
    element.addEventListener('input', () => {
      this.#fit();
      onedit(this.#path, element.value);
    });
    this.configure(settings);
  }

  show({path, content, readonly = false}: ProjectFile): void {
    const {element} = this;
    this.#places.set(this.#path, [element.selectionStart, element.selectionEnd, element.scrollTop]);
    this.#path = path;
    element.ariaLabel = path;
    element.readOnly = readonly;
    this.#set(String(content));
    const [start, end, scrollTop] = this.#places.get(path) ?? [0, 0, 0];
    element.setSelectionRange(start, end);
    element.scrollTop = scrollTop;
  }

  sync(files: readonly ProjectFile[]): void {
    const file = files.find(({path}) => path === this.#path);
    if (file) this.#set(String(file.content));
  }

  rename(from: string, to: string): void {
    if (this.#path !== from) return;
    this.#path = to;
    this.element.ariaLabel = to;
  }

  reveal(line: number, column = 1): void {
    const {element} = this;
    const lines = element.value.split('\n');
    const before = lines.slice(0, line - 1).join('\n').length;
    const start = Math.min(before + (line > 1 ? 1 : 0) + column - 1, element.value.length);
    this.focus();
    element.setSelectionRange(start, start);
    const height = element.scrollHeight / lines.length;
    const top = height * (line - 1);
    const {scrollTop, clientHeight} = element;
    if (top < scrollTop || top + height > scrollTop + clientHeight) {
      element.scrollTop = top - clientHeight / 3;
    }
  }

  setMarks(): void {}

  setOriginal(): void {}

  compare(): void {}

  configure({wrap}: CodeSettings): void {
    this.element.wrap = wrap ? 'soft' : 'off';
  }

  focus(): void {
    this.element.focus({preventScroll: true});
  }

  destroy(): void {
    this.element.remove();
  }

  #set(text: string): void {
    if (this.element.value !== text) this.element.value = text;
    this.#fit();
  }

  /** As high as its text. */
  #fit(): void {
    this.element.rows = this.element.value.split('\n').length;
  }
}
