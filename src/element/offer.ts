import {html, type TemplateResult} from 'lit';
import type {Strings} from './strings.js';

/** The choice between what is kept and a page that has changed since. */
export function renderOffer(strings: Strings, choose: (accept: boolean) => void): TemplateResult {
  return html`
    <div class="offer" part="offer">
      <p>${strings.pageChanged}</p>
      <div>
        <button type="button" part="button" @click=${() => choose(true)}>
          ${strings.keepMine}
        </button>
        <button type="button" part="button" @click=${() => choose(false)}>
          ${strings.takeNew}
        </button>
      </div>
    </div>
  `;
}
