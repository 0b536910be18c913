import {css} from 'lit';

/** What says how things stand: offer, cover, progress, failure, status line, console. */
export const statusStyles = css`
  .cover {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.9em;
    padding: 1.5em;
    overflow: auto;
    background: var(--_background);
    color: var(--_muted);
    text-align: center;
  }

  .frozen .cover {
    top: auto;
    padding: 0.6em;
    border-top: 1px solid var(--_line);
  }

  .cover p {
    max-width: 34em;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .status {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: 2em;
    padding: 0.25em 0.9em;
    border-top: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.8667em;
  }

  /* It would only repeat what is said where the site will be. */
  :host(:not([layout='code'])) .idle:not(.no-output) ~ .status span {
    visibility: hidden;
  }

  /* Room for what takes two lines there, so that nothing below moves when it comes and goes. */
  @container django-playground (max-width: 480px) {
    .status {
      min-height: 3.5em;
    }
  }
`;
