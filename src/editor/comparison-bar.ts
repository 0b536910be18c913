import {getChunks, goToNextChunk, goToPreviousChunk, rejectChunk} from '@codemirror/merge';
import type {EditorState, Extension} from '@codemirror/state';
import {
  EditorView,
  keymap,
  showPanel,
  type Command,
  type Panel,
  type ViewUpdate,
} from '@codemirror/view';
import type {ComparisonTexts} from './texts.js';

/**
 * Controls above a file that is compared: they go to its changes, take them back and end the
 * comparison. F7 and Shift+F7 go to changes from within the text.
 */
export function comparisonBar(texts: ComparisonTexts, close: () => void): Extension {
  return [
    showPanel.of(view => new ComparisonBar(view, texts, close)),
    keymap.of([{key: 'F7', run: goToNextChunk, shift: goToPreviousChunk}]),
  ];
}

class ComparisonBar implements Panel {
  readonly dom = document.createElement('div');
  readonly top = true;
  readonly #view: EditorView;
  readonly #texts: ComparisonTexts;
  readonly #said = document.createElement('span');
  readonly #movers: readonly HTMLButtonElement[];
  readonly #taker: HTMLButtonElement;

  constructor(view: EditorView, texts: ComparisonTexts, close: () => void) {
    this.#view = view;
    this.#texts = texts;
    const {dom} = this;
    const leave = (): void => {
      close();
      view.focus();
    };
    dom.className = 'cm-comparison';
    dom.role = 'group';
    dom.ariaLabel = texts.label;
    this.#said.role = 'status';
    this.#movers = [
      this.#button(texts.previous, () => this.#run(goToPreviousChunk), 'Shift+F7'),
      this.#button(texts.next, () => this.#run(goToNextChunk), 'F7'),
    ];
    this.#taker = this.#button(texts.takeBack, () => this.#takeBack());
    dom.append(this.#said, ...this.#movers, this.#taker, this.#button(texts.close, leave));
    dom.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    });
    this.#tell(view.state);
  }

  update({state, transactions}: ViewUpdate): void {
    if (transactions.length > 0) this.#tell(state);
  }

  #button(label: string, press: () => void, shortcut?: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-button';
    button.textContent = label;
    if (shortcut) {
      button.title = shortcut;
      button.setAttribute('aria-keyshortcuts', shortcut);
    }
    // One that has nothing to do keeps the focus.
    button.addEventListener('click', () => {
      if (button.ariaDisabled !== 'true') press();
    });
    return button;
  }

  #run(command: Command): void {
    command(this.#view);
    this.#tell(this.#view.state);
  }

  /** The caret goes on to the change after it, so that all can be taken back one by one. */
  #takeBack(): void {
    if (rejectChunk(this.#view)) this.#run(goToNextChunk);
  }

  #tell(state: EditorState): void {
    const chunks = getChunks(state)?.chunks ?? [];
    const {head} = state.selection.main;
    const at = chunks.findIndex(({fromB, endB}) => fromB <= head && endB >= head);
    const text = this.#texts.changes(chunks.length, at < 0 ? undefined : at + 1);
    if (this.#said.textContent !== text) this.#said.textContent = text;
    for (const button of this.#movers) button.ariaDisabled = String(chunks.length === 0);
    this.#taker.ariaDisabled = String(at < 0 || state.readOnly);
  }
}
