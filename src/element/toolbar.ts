import {html, nothing, type TemplateResult} from 'lit';
import * as icons from './icons.js';
import type {PlaygroundState} from './state.js';
import type {Strings} from './strings.js';

export interface ToolbarActions {
  run(): void;
  stop(): void;
  share(): void;
  enlarge(): void;
  /** These may open a menu at their button. */
  download(button: HTMLElement): void;
  reset(button: HTMLElement): void;
}

export interface ToolbarStatus {
  readonly state: PlaygroundState;
  /** Whether there is anything to be taken back. */
  readonly isTouched: boolean;
  /** Whether there is data that a download may leave out. */
  readonly hasData: boolean;
  readonly isLarge: boolean;
}

export function renderToolbar(
  {state, isTouched, hasData, isLarge}: ToolbarStatus,
  strings: Strings,
  actions: ToolbarActions,
): TemplateResult {
  const running = state === 'starting' || state === 'busy';
  const size = isLarge ? strings.restore : strings.enlarge;
  return html`
    <div class="toolbar" part="toolbar">
      <div class="title" part="title"><slot name="title"></slot></div>
      <slot name="toolbar"></slot>
      ${button(icons.SHARE, strings.share, actions.share)}
      ${menuButton(icons.DOWNLOAD, strings.download, actions.download, hasData)}
      ${button(isLarge ? icons.SMALL : icons.LARGE, size, actions.enlarge)}
      ${menuButton(icons.RESET, strings.reset, actions.reset, true, state === 'idle' && !isTouched)}
      ${running ? button(icons.STOP, strings.stop, actions.stop, 'stop') : nothing}
      <button
        type="button"
        class="primary"
        part="button run"
        ?disabled=${state === 'starting'}
        @click=${actions.run}
      >
        ${icons.RUN}${strings.run}
      </button>
    </div>
  `;
}

function button(icon: TemplateResult, label: string, act: () => void, part = ''): TemplateResult {
  return html`<button type="button" part="button ${part}" title=${label} @click=${act}>
    ${icon}<span class="label">${label}</span>
  </button>`;
}

function menuButton(
  icon: TemplateResult,
  label: string,
  act: (button: HTMLElement) => void,
  hasMenu: boolean,
  disabled = false,
): TemplateResult {
  return html`<button
    type="button"
    part="button"
    title=${label}
    aria-haspopup=${hasMenu ? 'menu' : nothing}
    ?disabled=${disabled}
    @click=${(event: Event) => act(event.currentTarget as HTMLElement)}
  >
    ${icon}<span class="label">${label}</span>
  </button>`;
}
