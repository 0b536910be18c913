import {html, render, type TemplateResult} from 'lit';
import {adopt} from './adopt.js';
import {BACK, FORWARD, RELOAD} from './icons.js';
import type {WindowStrings} from './strings.js';
import {visitorStyles} from './visitor-styles.js';

/** Where a visitor is, and where they can go. */
export interface VisitorState {
  readonly address: string;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

export interface VisitorFaceOptions {
  readonly name: string;
  readonly strings: WindowStrings;
  /** So many pages through the history, backwards where negative; 0 is the page itself again. */
  readonly traverse: (delta: number) => void;
  readonly go: (address: string) => void;
}

/** One visitor's part of the output: a bar with name, history and address, and a screen. */
export class VisitorFace {
  readonly #bar = document.createElement('div');
  readonly #options: VisitorFaceOptions;

  /**
   * @param parent Holds the parts of all visitors.
   * @param screen Where the pages go.
   */
  constructor(parent: HTMLElement, screen: HTMLElement, options: VisitorFaceOptions) {
    this.#options = options;
    const element = document.createElement('section');
    element.className = 'visitor';
    element.setAttribute('part', 'visitor');
    element.ariaLabel = options.strings.sees(options.name);
    screen.classList.add('visitor-screen');
    element.append(this.#bar, screen);
    parent.append(element);
    adopt(parent, visitorStyles);
  }

  /** Moves the focus into the address line. */
  focus(): void {
    this.#bar.querySelector('input')?.focus();
  }

  show({address, canGoBack, canGoForward}: VisitorState): void {
    const {name, strings, traverse, go} = this.#options;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      go((event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '');
    };
    render(
      html`<form class="address" part="address" @submit=${onSubmit}>
        <span class="visitor-name" part="visitor-name">${name}</span>
        ${button(BACK, strings.back, canGoBack, () => traverse(-1))}
        ${button(FORWARD, strings.forward, canGoForward, () => traverse(1))}
        ${button(RELOAD, strings.reload, true, () => traverse(0))}
        <input
          aria-label=${strings.address(name)}
          .value=${address}
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
        />
      </form>`,
      this.#bar,
    );
  }
}

function button(
  icon: TemplateResult,
  label: string,
  isEnabled: boolean,
  act: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="icon directional"
    aria-label=${label}
    title=${label}
    ?disabled=${!isEnabled}
    @click=${act}
  >
    ${icon}
  </button>`;
}
