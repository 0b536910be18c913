import type {EditorSession, EditingHost} from './editor-session.js';
import type {Place} from './editor.js';
import {LatePart} from './late-part.js';

/** The way from reading to editing; all that it takes is loaded once somebody goes there. */
export class Editing {
  readonly #host: EditingHost;
  readonly #session: LatePart<EditorSession>;
  #isWanted = false;
  #going: Promise<void> | undefined;
  /** Where to go once the editor is there. */
  #place: Promise<Place | undefined> | undefined;

  constructor(host: EditingHost) {
    this.#host = host;
    this.#session = new LatePart(host, async () => {
      const {EditorSession: Session} = await import('./editor-session.js');
      return new Session(host);
    });
    // Whoever points there may go on to click.
    host.addEventListener('pointerover', () => void this.#session.load(), {once: true});
  }

  /** From the moment on that it was needed. */
  get session(): EditorSession | undefined {
    return this.#session.value;
  }

  /** What stands in place of the current file's static text; `undefined` while that is read. */
  get element(): HTMLElement | undefined {
    return this.session?.element;
  }

  /** Name of the text that says what could not be loaded. */
  get failure(): 'plainEditor' | 'noEditor' | undefined {
    if (this.session?.isPlain) return 'plainEditor';
    return this.#isWanted && this.#session.hasFailed ? 'noEditor' : undefined;
  }

  /**
   * Go to edit the current file; what is typed meanwhile is not lost.
   *
   * @param at A place, or a click into the text.
   */
  async open(at?: Place | MouseEvent): Promise<void> {
    if (at) this.#place = this.#placeOf(at);
    this.#going ??= this.#go().finally(() => (this.#going = undefined));
    await this.#going;
  }

  async #placeOf(at: Place | MouseEvent): Promise<Place | undefined> {
    return at instanceof MouseEvent ? (await this.#session.load())?.placeAt(at) : at;
  }

  async #go(): Promise<void> {
    this.#isWanted = true;
    const path = this.#host.current?.path;
    const stopTyping = collectKeys(this.#host);
    const session = await this.#session.load();
    await session?.load();
    const typed = stopTyping();
    const place = await this.#place;
    this.#place = undefined;
    if (path === undefined || this.#host.current?.path !== path) return;
    await session?.begin(place, typed);
  }

  /** Load again what could not be loaded. */
  async retry(): Promise<void> {
    this.session?.forget();
    await this.open();
  }
}

/** Keys pressed from now on, until the returned function is called, which gives their text. */
function collectKeys(host: HTMLElement): () => string {
  let typed = '';
  const abort = new AbortController();
  host.addEventListener(
    'keydown',
    event => {
      if (!isTyping(event)) return;
      typed += event.key;
      event.preventDefault();
    },
    {signal: abort.signal},
  );
  return () => {
    abort.abort();
    return typed;
  };
}

/** Whether a key stands for a character. A space scrolls as long as code is only read. */
export function isTyping({key, ctrlKey, metaKey, altKey, isComposing}: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey && !isComposing;
}
