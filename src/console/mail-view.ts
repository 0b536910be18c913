import {html, nothing, type TemplateResult} from 'lit';
import {SITE_ORIGIN} from '../protocol/http.js';
import type {Mail} from '../protocol/mail.js';
import type {ConsoleStrings} from './strings.js';

export interface MailOptions {
  readonly strings: ConsoleStrings;
  /** Show a page of the site. */
  readonly go: (path: string) => void;
}

/** Addresses of the site's own, up to what does not end one. */
const OWN_ADDRESS = new RegExp(
  `${SITE_ORIGIN.replaceAll('.', '\\.')}(?::\\d+)?(/[^\\s<>"']*[^\\s<>"'.,;:!?)])`,
);

/**
 * An e-mail as one line that opens. Its HTML is shown as source: nothing in it runs, loads or looks
 * like the page's own.
 */
export function renderMail(mail: Mail, options: MailOptions): TemplateResult {
  const {name, noSubject, html: source, attachments} = options.strings.mail;
  return html`<details class="row mail">
    <summary>
      <b>${name}</b> <span class="to">${mail.to.join(', ') || mail.bcc.join(', ')}</span>
      <span class="subject">${mail.subject || noSubject}</span>
    </summary>
    <div class="letter">
      <dl>${renderHeaders(mail, options.strings)}</dl>
      ${mail.text === '' ? nothing : renderText(mail.text, options)}
      ${
        mail.html === undefined
          ? nothing
          : html`<details ?open=${mail.text === ''}>
              <summary>${source}</summary>
              ${renderText(mail.html, options)}
            </details>`
      }
      ${mail.attachments.length === 0 ? nothing : renderAttachments(mail, attachments, options)}
    </div>
  </details>`;
}

function renderHeaders(mail: Mail, {mail: names}: ConsoleStrings): unknown {
  const headers: readonly (readonly [string, readonly string[]])[] = [
    [names.from, [mail.from]],
    [names.to, mail.to],
    [names.cc, mail.cc],
    [names.bcc, mail.bcc],
    [names.replyTo, mail.replyTo],
  ];
  return headers
    .filter(([, values]) => values.length > 0)
    .map(
      ([name, values]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${values.join(', ')}</dd>
        </div>`,
    );
}

/** White space counts, and so there is none in the markup. */
function renderText(text: string, {strings, go}: MailOptions): TemplateResult {
  // Every second piece is the path of an address.
  const pieces = text
    .split(OWN_ADDRESS)
    .map((piece, index) =>
      index % 2 === 0
        ? piece
        : html`<button
            type="button"
            class="link"
            title=${strings.goToPage(piece)}
            .textContent=${SITE_ORIGIN + piece}
            @click=${() => go(piece)}
          ></button>`,
    );
  return html`<div class="text">${pieces}</div>`;
}

function renderAttachments(
  {attachments}: Mail,
  name: string,
  {strings}: MailOptions,
): TemplateResult {
  return html`<div class="muted">${name}</div>
    <ul>
      ${attachments.map(
        each => html`<li>${strings.mail.attachment(each.name, each.type, each.size)}</li>`,
      )}
    </ul>`;
}
