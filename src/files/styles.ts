import {css} from 'lit';
import {codeStyles} from './code-styles.js';
import {listStyles} from './list-styles.js';

const paneStyles = css`
  :host {
    display: block;
    min-width: 0;
    container: django-playground-files / inline-size;
  }

  * {
    box-sizing: border-box;
  }

  .pane {
    display: flex;
    flex-direction: column;
    height: 100%;
  }

  .body {
    display: grid;
    flex: auto;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }

  .bar {
    display: flex;
    position: relative;
    z-index: 3;
    align-items: stretch;
    min-width: 0;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  .tools {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.2em;
    margin-inline-start: auto;
    padding-inline: 0.35em;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 2.1em;
    min-height: 2.1em;
    margin: 0;
    padding: 0 0.6em;
    border: 1px solid transparent;
    border-radius: var(--_inner-radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.8667em;
    cursor: pointer;
  }

  .tools button {
    color: var(--_muted);
  }

  button:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    color: var(--_text);
  }

  button:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  button:disabled {
    opacity: 0.4;
    cursor: default;
  }

  .more {
    padding: 0;
  }

  .more svg {
    width: 1.3em;
    height: 1.3em;
    fill: currentColor;
  }

  .notice {
    display: flex;
    position: absolute;
    z-index: 3;
    top: 100%;
    inset-inline: 0;
    flex-wrap: wrap;
    gap: 0.3em 0.8em;
    align-items: center;
    justify-content: space-between;
    padding: 0.4em 0.6em 0.4em 1em;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
    font-size: 0.9333em;
    box-shadow: 0 0.3em 0.8em rgb(0 0 0 / 0.12);
  }

  .notice p {
    flex: 1 1 12em;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .notice button {
    color: var(--_text);
    font-weight: 600;
  }

  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    button {
      min-width: 40px;
      min-height: 40px;
    }
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonBorder;
    }
  }
`;

export const styles = [paneStyles, listStyles, codeStyles];
