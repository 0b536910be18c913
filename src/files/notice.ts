import {html, type TemplateResult} from 'lit';

export interface NoticeButton {
  readonly label: string;
  press(): void;
}

/** What was done or could not be, with a way on; it stays until something else is said. */
export function renderNotice(text: string, buttons: readonly NoticeButton[]): TemplateResult {
  return html`
    <div class="notice">
      <p>${text}</p>
      <div>
        ${buttons.map(
          ({label, press}) => html`<button type="button" @click=${press}>${label}</button>`,
        )}
      </div>
    </div>
  `;
}
