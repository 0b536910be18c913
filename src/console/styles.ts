import {css} from 'lit';

/* Colours and fonts are the element's private properties, which reach in here. */
export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    background: var(--_background);
    color: var(--_text);
    font-size: 0.8667em;
  }

  * {
    box-sizing: border-box;
  }

  .bar,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    padding: 0.3em 0.7em;
  }

  .bar {
    border-bottom: 1px solid var(--_line);
  }

  .bar input {
    flex: 1 1 8em;
    min-width: 0;
  }

  select,
  .bar input,
  button:not(.link) {
    min-height: 2.1em;
    padding: 0 0.6em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_background);
    color: inherit;
    font: inherit;
  }

  button {
    cursor: pointer;
  }

  button:hover:not(:disabled, .link) {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }

  button:disabled {
    opacity: 0.4;
    cursor: default;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .log {
    height: var(--django-playground-console-height, 14em);
    padding: 0.3em 0;
    overflow: auto;
    overscroll-behavior: contain;
    font-family: var(--_mono);
    font-size: 0.96em;
    line-height: 1.55;
  }

  .row {
    padding: 0.05em 0.8em;
    border-inline-start: 3px solid transparent;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .request,
  .finding,
  .command {
    white-space: normal;
  }

  .muted,
  .prompt,
  .line label {
    color: var(--_muted);
  }

  .request {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.2em;
  }

  .what {
    flex: 1 1 14em;
  }

  .request .muted {
    min-width: 5.5em;
    text-align: end;
  }

  .failed,
  .error,
  .critical {
    border-inline-start-color: var(--_danger);
  }

  .failed .status,
  .exit.failed {
    color: var(--_danger);
    font-weight: 600;
  }

  .exit.done {
    color: var(--_muted);
  }

  .stderr {
    color: var(--_danger);
  }

  .stderr.info,
  .stderr.debug,
  .stderr.warning {
    color: inherit;
  }

  .warning {
    border-inline-start-color: light-dark(#b7791f, #e0b04b);
  }

  .command {
    margin-top: 0.3em;
  }

  .command code {
    font: inherit;
    font-weight: 600;
    white-space: pre-wrap;
  }

  .link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    white-space: pre-wrap;
  }

  .line {
    position: relative;
    flex-wrap: nowrap;
    border-top: 1px solid var(--_line);
    font-family: var(--_mono);
  }

  .line label {
    flex: none;
  }

  .line input {
    flex: 1;
    min-width: 0;
    min-height: 2.3em;
    padding: 0 0.4em;
    border: 0;
    border-radius: calc(var(--_radius) * 0.5);
    background: transparent;
    color: inherit;
    font: inherit;
  }

  .line button {
    flex: none;
    font-family: inherit;
  }

  [role='listbox'] {
    position: absolute;
    inset-inline-start: 0.7em;
    bottom: 100%;
    z-index: 2;
    max-width: calc(100% - 1.4em);
    max-height: 12em;
    margin: 0;
    padding: 0.25em;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_background);
    box-shadow: 0 0.3em 1em rgb(0 0 0 / 18%);
    list-style: none;
  }

  [role='listbox'][hidden] {
    display: none;
  }

  [role='option'] {
    padding: 0.2em 0.6em;
    border-radius: calc(var(--_radius) * 0.4);
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  [role='option'][aria-selected='true'],
  [role='option']:hover {
    background: color-mix(in srgb, var(--_accent) 18%, var(--_background));
  }

  @media (forced-colors: active) {
    .row {
      border-color: Canvas;
    }

    .row:is(.failed, .error, .critical, .warning) {
      border-inline-start-color: CanvasText;
    }

    [role='option'][aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .bar,
    .line {
      display: none;
    }

    .log {
      height: auto;
    }
  }
`;
