import {css} from 'lit';

/** Of what lies above a playground and the page: lists, dialogs. */
export const givingStyles = css`
  .addresses,
  dialog.link {
    position: fixed;
    margin: 0;
    padding: 0.3em;
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_background);
    color: var(--_text);
    box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 0.2);
    font-size: 0.9333em;
  }

  .addresses {
    inset: auto;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .addresses [role='option'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding: 0.4em 0.6em;
    border-radius: calc(var(--_inner-radius) * 0.7);
    cursor: pointer;
  }

  .addresses .path {
    font-family: var(--_mono);
    font-size: 0.9286em;
    overflow-wrap: anywhere;
  }

  .addresses .name {
    color: var(--_muted);
    font-size: 0.9em;
  }

  .addresses [role='option']:hover {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }

  .addresses [aria-selected='true'] {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  dialog.link {
    width: min(34em, calc(100vw - 2em));
    margin: auto;
    padding: 1.2em;
  }

  dialog.link::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  dialog.link h2 {
    margin: 0 0 0.4em;
    font: inherit;
    font-size: 1.15em;
    font-weight: 600;
  }

  dialog.link p {
    margin: 0 0 0.8em;
    color: var(--_muted);
  }

  dialog.link textarea {
    display: block;
    width: 100%;
    margin: 0 0 1em;
    padding: 0.6em;
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_surface);
    color: inherit;
    font: 0.9em/1.4 var(--_mono);
    overflow-wrap: anywhere;
    resize: vertical;
  }

  dialog.link form > button {
    margin-inline-start: auto;
    border-color: var(--_line);
  }

  .playground.large {
    --_top: 0px;
    container: django-playground / inline-size;
    position: fixed;
    inset: 0;
    display: flex;
    flex-direction: column;
    width: auto;
    height: auto;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .large .panes {
    flex: 1 0 auto;
    min-height: 24em;
  }

  /* Colours are the reader's, so what is chosen is told by its outline. */
  @media (forced-colors: active) {
    .addresses,
    dialog.link {
      border-color: CanvasText;
    }

    .addresses [aria-selected='true'] {
      outline-color: Highlight;
    }
  }
`;
