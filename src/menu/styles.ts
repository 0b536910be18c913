import {css} from 'lit';

/** Of a menu, wherever it opens: what it stands in may style its own buttons otherwise. */
export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    min-width: 12em;
    max-width: min(22em, calc(100vw - 1em));
    max-height: calc(100dvh - 8px);
    overflow: auto;
    overscroll-behavior: contain;
    margin: 0;
    padding: 0.3em;
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_background);
    color: var(--_text);
    box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 0.2);
    font-size: 0.9333em;
  }

  .menu button {
    display: grid;
    gap: 0.1em;
    justify-content: start;
    justify-items: start;
    position: relative;
    width: 100%;
    min-height: var(--_control);
    padding: 0.3em 0.7em;
    border: 0;
    font-size: inherit;
    font-weight: 500;
    text-align: start;
    white-space: normal;
  }

  /* Room for a check mark, where any item may have one. */
  .menu:has([aria-checked]) button {
    padding-inline-start: 2em;
  }

  .menu button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .menu [aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }

  .menu .begins {
    margin-top: 0.7em;
  }

  .menu .begins::after {
    content: '';
    position: absolute;
    inset: -0.35em 0 auto;
    border-top: 1px solid var(--_line);
  }

  .menu [aria-checked='true']::before {
    content: '';
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.85em;
    width: 0.35em;
    height: 0.7em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    translate: 0 -60%;
    rotate: 45deg;
  }

  .menu .item {
    overflow-wrap: anywhere;
  }

  .menu .hint {
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
    line-height: 1.35;
  }

  /* Colours are the reader's, so what is chosen is told by its outline. */
  @media (forced-colors: active) {
    .menu {
      border-color: CanvasText;
    }

    .menu button:focus-visible {
      outline-color: Highlight;
    }

    .menu [aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
    }
  }
`;
