import {css} from 'lit';
import {statusStyles} from './status-styles.js';

/*
 * The public custom properties are read once, here, into private ones (`--_…`), so that the rest
 * of the styles and the editor's know only these.
 */
const face = css`
  :host {
    --_accent: var(--django-playground-accent, light-dark(#0c4b33, #44b78b));
    --_on-accent: var(--django-playground-on-accent, light-dark(#fff, #06231a));
    --_background: var(--django-playground-background, light-dark(#fff, #16191d));
    --_surface: var(--django-playground-surface, light-dark(#f5f7f6, #1e2328));
    --_text: var(--django-playground-text, light-dark(#1c2422, #e4e9e7));
    --_muted: var(--django-playground-muted, light-dark(#56635f, #9daaa6));
    --_line: var(--django-playground-line, light-dark(#d9e0dd, #333b41));
    --_danger: var(--django-playground-danger, light-dark(#a4262c, #ff9d98));
    --_focus: var(--django-playground-focus, light-dark(#0a6b8a, #6ec6e6));
    --_radius: var(--django-playground-radius, 0.6rem);
    --_mono: var(
      --django-playground-mono,
      ui-monospace,
      'SF Mono',
      'Cascadia Code',
      'DejaVu Sans Mono',
      Menlo,
      Consolas,
      monospace
    );
    display: block;
    container: django-playground / inline-size;
    margin-block: 1.5rem;
    color: var(--_text);
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  .playground {
    display: grid;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
    font-size: 0.9375rem;
    line-height: 1.5;
  }

  .toolbar,
  .address {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-width: 0;
    padding: 0.4rem 0.5rem;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  .title {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    padding-inline-start: 0.4rem;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  button {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    flex: none;
    min-height: 2rem;
    padding: 0 0.75rem;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.6);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    font-weight: 500;
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }

  button:focus-visible,
  input:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  button:disabled {
    opacity: 0.4;
    cursor: default;
  }

  button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  button.icon {
    width: 2rem;
    justify-content: center;
    padding: 0;
  }

  svg {
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [dir='rtl'] .directional svg,
  :host(:dir(rtl)) .directional svg {
    transform: scaleX(-1);
  }

  .address input {
    flex: 1;
    min-width: 0;
    height: 2rem;
    padding: 0 0.6rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_background);
    color: inherit;
    font: 0.8125rem/1 var(--_mono);
  }

  .panes {
    display: grid;
    min-width: 0;
  }

  .code {
    display: flex;
    min-width: 0;
    border-bottom: 1px solid var(--_line);
  }

  /* Where the focus is put, and not by a key. */
  .code:focus {
    outline: none;
  }

  django-playground-editor {
    flex: 1;
  }

  .output {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }

  .stage {
    position: relative;
    flex: 1;
    min-height: var(--django-playground-output-height, 26rem);
  }

  .screen iframe {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    border: 0;
  }

  @container django-playground (min-width: 56rem) {
    .panes {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .code {
      border-bottom: 0;
      border-inline-end: 1px solid var(--_line);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    button,
    .playground {
      border-color: CanvasText;
    }
  }

  @media print {
    .toolbar,
    .offer,
    .address,
    .status,
    .cover {
      display: none;
    }
  }
`;

/** All of the element's own. */
export const styles = [face, statusStyles];
