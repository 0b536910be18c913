import {type Extension} from '@codemirror/state';
import {EditorView, ViewPlugin, keymap, type PluginValue} from '@codemirror/view';

/**
 * The keyboard's way out: Tab indents, but after Escape it moves on to the next control. Said to
 * screen readers with the editor's name, and shown while nothing has been typed yet.
 */
export function leaving(hint: string): Extension {
  return [
    keymap.of([{key: 'Escape', run: openTheWay}]),
    ViewPlugin.define(view => new Hint(view, hint), {
      eventObservers: {
        keydown: ({key}, view) => {
          if (!STAYS_OPEN.has(key)) view.setTabFocusMode(false);
        },
        blur: (_event, view) => view.setTabFocusMode(false),
      },
    }),
    EditorView.contentAttributes.of({'aria-describedby': HINT_ID}),
  ];
}

const HINT_ID = 'leave-editor';

/** Keys after which Tab still leaves. */
const STAYS_OPEN: ReadonlySet<string> = new Set([
  'Escape',
  'Tab',
  'Shift',
  'Control',
  'Alt',
  'Meta',
]);

function openTheWay(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return false;
}

class Hint implements PluginValue {
  readonly #element = document.createElement('p');

  constructor(view: EditorView, hint: string) {
    this.#element.className = 'cm-leave-hint';
    this.#element.id = HINT_ID;
    this.#element.textContent = hint;
    this.#element.dataset['shown'] = String(view.hasFocus);
    view.dom.append(this.#element);
  }

  update({
    docChanged,
    focusChanged,
    view,
  }: {
    docChanged: boolean;
    focusChanged: boolean;
    view: EditorView;
  }): void {
    if (docChanged) this.#element.dataset['shown'] = 'false';
    else if (focusChanged) this.#element.dataset['shown'] = String(view.hasFocus);
  }

  destroy(): void {
    this.#element.remove();
  }
}
