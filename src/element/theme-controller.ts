import type {ReactiveController} from 'lit';
import type {Appearance} from './appearance.js';
import {readPageLooks, watchPageLooks, type PageLooks} from './page-looks.js';

/** Whose colours a playground has: those of the page, or always the same. */
export type Theme = 'auto' | 'light' | 'dark';

/** Gives the element the page's scheme and accent, also when the page changes. */
export class ThemeController implements ReactiveController {
  readonly #host: Appearance;
  #page: PageLooks | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: Appearance) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#unwatch = watchPageLooks(() => this.#read());
    this.#read();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  hostUpdated(): void {
    const style = this.#host.renderRoot.querySelector<HTMLElement>('.playground')?.style;
    if (!style) return;
    const {theme} = this.#host;
    const page = this.#page;
    const scheme = theme === 'light' || theme === 'dark' ? theme : page?.scheme;
    style.colorScheme = scheme ?? '';
    // A colour that was chosen for the other scheme may not be seen in this one.
    style.setProperty('--_page-accent', (scheme === page?.scheme && page?.accent) || null);
  }

  #read(): void {
    const page = readPageLooks(this.#host);
    if (page.scheme === this.#page?.scheme && page.accent === this.#page.accent) return;
    this.#page = page;
    this.#host.requestUpdate();
  }
}
