import {html, render} from 'lit';
import {adopt} from './adopt.js';
import {CLOSE} from './icons.js';
import type {WindowStrings} from './strings.js';
import {windowStyles} from './window-styles.js';

export interface WindowFaceOptions {
  readonly strings: WindowStrings;
  /** The reader wants it gone. */
  readonly onClose: () => void;
  /** The reader wants it before the others. */
  readonly onFront: () => void;
}

/** What a window is called, and where on the site it is. */
export interface WindowPlace {
  readonly title: string;
  readonly address: string;
}

/** A window that lies over the site: a bar with title, address and a way to close it, and a screen. */
export class WindowFace {
  /** Where its page goes. */
  readonly screen = document.createElement('div');
  readonly #element = document.createElement('section');
  readonly #bar = document.createElement('div');
  readonly #options: WindowFaceOptions;
  #place: WindowPlace = {title: '', address: ''};
  #isFront = true;

  /** @param parent Over which it lies. */
  constructor(parent: HTMLElement, options: WindowFaceOptions) {
    this.#options = options;
    this.#element.className = 'window';
    this.#element.setAttribute('part', 'window');
    this.#element.role = 'dialog';
    this.#element.tabIndex = -1;
    this.#bar.className = 'window-bar';
    this.#bar.setAttribute('part', 'window-bar');
    this.screen.className = 'window-screen';
    this.#element.append(this.#bar, this.screen);
    this.#element.addEventListener('keydown', event => this.#onKey(event));
    parent.append(this.#element);
    adopt(parent, windowStyles);
    this.#render();
  }

  /** Whether the focus is in it, or in its page. */
  get hasFocus(): boolean {
    const root = this.#element.getRootNode();
    const {activeElement} = root instanceof ShadowRoot ? root : document;
    return this.#element.contains(activeElement);
  }

  focus(): void {
    this.#element.focus();
  }

  /** Says what is shown in it. */
  show(place: WindowPlace): void {
    this.#place = place;
    this.#render();
  }

  /**
   * Puts it where it lies among the others.
   *
   * @param depth How many lie below it.
   */
  arrange(depth: number, isFront: boolean): void {
    this.#isFront = isFront;
    this.#element.style.setProperty('--_depth', String(depth));
    this.#element.classList.toggle('front', isFront);
    // What cannot be seen cannot have the focus.
    this.screen.inert = !isFront;
    this.#render();
  }

  remove(): void {
    this.#element.remove();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#options.onClose();
  }

  #render(): void {
    const {strings, onClose, onFront} = this.#options;
    const {address} = this.#place;
    const title = this.#place.title || strings.untitled;
    this.#element.ariaLabel = title;
    const name = html`<span class="window-title">${title}</span>
      <span class="window-address" dir="ltr">${address}</span>`;
    render(
      html`${
          this.#isFront
            ? html`<div class="window-name">${name}</div>`
            : html`<button
                type="button"
                class="window-name"
                aria-label=${strings.front(title)}
                @click=${onFront}
              >
                ${name}
              </button>`
        }
        <button
          type="button"
          class="icon"
          aria-label=${strings.close(title)}
          title=${strings.close(title)}
          @click=${onClose}
        >
          ${CLOSE}
        </button>`,
      this.#bar,
    );
  }
}
