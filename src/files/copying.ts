import type {ReactiveControllerHost} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import type {FilesStrings} from './strings.js';

/** Milliseconds that it is said to have been copied. */
const PATIENCE = 2000;

/** Puts a file's text onto the clipboard, and says so for a moment. */
export class Copying {
  readonly #host: ReactiveControllerHost;
  #outcome: 'copied' | 'notCopied' | undefined;
  #timer: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get isDone(): boolean {
    return this.#outcome === 'copied';
  }

  said(strings: FilesStrings): string {
    return this.#outcome ? strings[this.#outcome] : '';
  }

  async copy({content}: ProjectFile): Promise<void> {
    try {
      await navigator.clipboard.writeText(String(content));
      this.#say('copied');
    } catch {
      this.#say(copyByCommand(String(content)) ? 'copied' : 'notCopied');
    }
  }

  #say(outcome: 'copied' | 'notCopied'): void {
    this.#outcome = outcome;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#outcome = undefined;
      this.#host.requestUpdate();
    }, PATIENCE);
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
