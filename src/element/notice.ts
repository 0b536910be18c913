import {html, nothing, type TemplateResult} from 'lit';

/** Something that is said above the panes, until it is dismissed or something else is said. */
export interface Notice {
  readonly text: string;
  readonly choices: readonly NoticeChoice[];
}

export interface NoticeChoice {
  readonly label: string;
  act(): void;
}

export function renderNotice(notice: Notice | undefined): TemplateResult {
  // The live region is there before anything is said in it.
  return html`<div role="status">${noticeBody(notice)}</div>`;
}

/** For a live region. */
export function noticeBody(notice: Notice | undefined): TemplateResult | typeof nothing {
  if (!notice) return nothing;
  return html`<div class="offer" part="offer">
    <p>${notice.text}</p>
    <div>
      ${notice.choices.map(
        ({label, act}) => html`<button type="button" part="button" @click=${act}>${label}</button>`,
      )}
    </div>
  </div>`;
}
