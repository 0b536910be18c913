import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import type {Editing} from './editing.js';

export interface CopyingHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly editing: Editing;
}

/** Milliseconds that it is said to have been copied. */
const PATIENCE = 2000;

/** Puts a file's text onto the clipboard, and says so for a moment; or selects it, to be copied. */
export class Copying implements ReactiveController {
  readonly #host: CopyingHost;
  #timer: number | undefined;
  #refused: string | undefined;
  /** What is selected for the reader. */
  #selected: Element | null = null;

  /** Whether it was copied right now. */
  isDone = false;

  constructor(host: CopyingHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Colours that come now have put another text in the place of the one that was selected. */
  hostUpdated(): void {
    if (this.#selected?.isConnected === false) this.#mark();
  }

  /** Whether the browser did not allow it, and nothing was copied since. */
  isRefused({path}: ProjectFile): boolean {
    return path === this.#refused;
  }

  async copy({path, content}: ProjectFile): Promise<void> {
    const text = String(content);
    const isDone = (await copyByClipboard(text)) || copyByCommand(text);
    clearTimeout(this.#timer);
    this.isDone = isDone;
    this.#selected = null;
    this.#refused = isDone ? undefined : path;
    if (isDone) this.#timer = setTimeout(() => this.#forget(), PATIENCE);
    else await this.#select();
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.isDone = false;
    this.#refused = undefined;
    this.#selected = null;
    this.#host.requestUpdate();
  }

  /** Select the text that is read, whole. */
  async #select(): Promise<void> {
    this.#host.editing.session?.close();
    await this.#host.updateComplete;
    const text = this.#mark();
    text?.focus();
    text?.addEventListener('copy', () => this.#forget(), {once: true});
  }

  #mark(): HTMLElement | null {
    const text = this.#host.renderRoot.querySelector<HTMLElement>('.panel:not([hidden]) .text');
    if (text) {
      for (const fold of text.querySelectorAll('details')) fold.open = true;
      getSelection()?.selectAllChildren(text);
    }
    this.#selected = text?.querySelector('code') ?? null;
    return text;
  }
}

async function copyByClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or there is none, as without TLS.
    return false;
  }
}

/** Where a page has no clipboard, as without TLS. */
function copyByCommand(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', onCopy, {capture: true});
  const isDone = document.execCommand('copy');
  removeEventListener('copy', onCopy, {capture: true});
  return isDone;
}
