/** The parts of the element's face, each a function of what it shows. */
import {html, nothing, type TemplateResult} from 'lit';
import type {PlaygroundError} from '../protocol/failure.js';
import type {Progress} from '../protocol/stage.js';
import * as icons from './icons.js';
import type {SiteController} from './site-controller.js';
import type {Strings} from './strings.js';

export interface AddressBarActions {
  back(): void;
  forward(): void;
  reload(): void;
  go(address: string): void;
}

export function renderAddressBar(
  {canGoBack, canGoForward, state}: SiteController,
  address: string,
  strings: Strings,
  actions: AddressBarActions,
): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    actions.go(form.querySelector('input')?.value ?? '');
  };
  return html`
    <form class="address" part="address" @submit=${onSubmit}>
      ${iconButton(icons.BACK, strings.back, !canGoBack, actions.back, true)}
      ${iconButton(icons.FORWARD, strings.forward, !canGoForward, actions.forward, true)}
      ${iconButton(icons.RELOAD, strings.reload, state !== 'ready', actions.reload)}
      <input
        aria-label=${strings.address}
        .value=${address}
        inputmode="url"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
      />
    </form>
  `;
}

function iconButton(
  icon: TemplateResult,
  label: string,
  disabled: boolean,
  action: () => void,
  directional = false,
): TemplateResult {
  return html`<button
    type="button"
    class="icon ${directional ? 'directional' : ''}"
    aria-label=${label}
    title=${label}
    ?disabled=${disabled}
    @click=${action}
  >
    ${icon}
  </button>`;
}

/** What lies over the output while there is no page to show. */
export function renderCover(
  {state, progress, failure, isQuiet}: SiteController,
  strings: Strings,
  run: () => void,
): TemplateResult | typeof nothing {
  if (failure) return renderFailure(failure, strings);
  if (progress && !isQuiet) return renderProgress(progress, strings);
  if (state === 'idle' || state === 'stopped') {
    return html`
      <div class="cover" part="cover">
        <p>${strings.states[state]}</p>
        <button type="button" class="primary" part="button run" @click=${run}>
          ${icons.RUN}${strings.run}
        </button>
      </div>
    `;
  }
  return nothing;
}

function renderProgress({stage, loaded, total}: Progress, strings: Strings): TemplateResult {
  return html`
    <div class="cover" part="cover">
      <p aria-hidden="true">${strings.stages[stage]}…</p>
      <progress
        aria-label=${strings.stages[stage]}
        value=${loaded !== undefined && total ? loaded / total : nothing}
        max="1"
      ></progress>
    </div>
  `;
}

function renderFailure({message, detail}: PlaygroundError, strings: Strings): TemplateResult {
  return html`
    <div class="cover failure" part="cover failure" role="alert">
      <div>
        <strong>${strings.failed}</strong>
        <p>${message}</p>
      </div>
      ${
        detail
          ? html`<details>
              <summary>${strings.details}</summary>
              <pre tabindex="0">${detail}</pre>
            </details>`
          : nothing
      }
    </div>
  `;
}

/** The line that says what is going on. */
export function renderStatus(
  {state, progress, notice, loadError}: SiteController,
  isEdited: boolean,
  strings: Strings,
): TemplateResult {
  const text = (): string => {
    if (progress) return strings.stages[progress.stage];
    if (state === 'ready' && isEdited) return strings.changed;
    if (state === 'ready' && notice) return notice;
    if (state === 'ready' && loadError) return strings.loadError(loadError);
    return strings.states[state];
  };
  return html`<div class="status" part="status" role="status"><span>${text()}</span></div>`;
}
