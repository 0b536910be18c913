import {css} from 'lit';
import type {CodeSettings} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import {adoptStyles} from './adopt-styles.js';
import type {EditorHandle, EditorOptions} from './editor.js';

const textAreaStyles = css`
  .editing textarea {
    display: block;
    width: 100%;
    margin: 0;
    padding: var(--_code-padding-block) var(--_code-padding-inline);
    overflow: auto;
    border: 0;
    border-radius: 0;
    resize: none;
    background: none;
    color: inherit;
    font-family: inherit;
    font-size: inherit;
    font-variant-ligatures: inherit;
    line-height: inherit;
    letter-spacing: inherit;
    tab-size: inherit;
    direction: inherit;
    text-align: inherit;
    white-space: pre;
  }

  .wrapped textarea {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .editing textarea:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
`;

type Place = readonly [start: number, end: number, scrollTop: number];

/** A plain text field, for when the editor cannot be loaded. */
export class TextArea implements EditorHandle {
  readonly element = document.createElement('textarea');
  readonly #places = new Map<string, Place>();
  #path = '';

  constructor({root, settings, onedit}: Pick<EditorOptions, 'root' | 'settings' | 'onedit'>) {
    adoptStyles(root, textAreaStyles);
    const {element} = this;
    element.setAttribute('part', 'text');
    element.spellcheck = false;
    element.autocapitalize = 'off';
    element.autocomplete = 'off';
    element.setAttribute('autocorrect', 'off');
    element.addEventListener('input', () => {
      this.#fit();
      onedit(this.#path, () => element.value);
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
