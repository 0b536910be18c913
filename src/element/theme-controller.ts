import type {CSSResult, ReactiveController} from 'lit';
import type {CostHost} from './cost.js';
import type {TriggerHost} from './trigger-controller.js';
import type {Panes} from './panes.js';
import {readPageLooks, type PageLooks} from './page-looks.js';
import {turn} from './turns.js';

/** Whose colours a playground has: those of the page, or always the same. */
export type Theme = 'auto' | 'light' | 'dark';

type ThemeHost = CostHost & TriggerHost;

/** Gives the element the page's scheme and accent, also when the page changes. */
export class ThemeController implements ReactiveController {
  readonly #host: ThemeHost;
  readonly #panes: Panes;
  #page: PageLooks | undefined;
  #unwatch: (() => void) | undefined;

  /** Resolves once all of the looks is there. */
  late: Promise<void> | undefined;

  /** @param panes Which can be made larger and smaller after the first paint. */
  constructor(host: ThemeHost, panes: Panes) {
    this.#host = host;
    this.#panes = panes;
  }

  hostConnected(): void {
    this.#read();
    this.late = this.#comeLate().catch((error: unknown) => console.warn(error));
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
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

  /** What the page does after the first paint need not be watched before. */
  async #comeLate(): Promise<void> {
    const late = await import('./late-looks.js');
    await turn();
    this.#adopt(late.lateStyles);
    this.#panes.equip(late);
    const woken = late.wake(this.#host);
    if (this.#host.isConnected && !this.#unwatch) {
      this.#unwatch = late.watchPageLooks(() => this.#read());
      this.#read();
    }
    await woken;
  }

  #adopt({styleSheet}: CSSResult): void {
    const root = this.#host.renderRoot;
    if (!styleSheet || !(root instanceof ShadowRoot)) return;
    if (root.adoptedStyleSheets.includes(styleSheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }

  #read(): void {
    const page = readPageLooks(this.#host);
    if (page.scheme === this.#page?.scheme && page.accent === this.#page.accent) return;
    this.#page = page;
    this.#host.requestUpdate();
  }
}
