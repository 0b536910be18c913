import {css} from 'lit';

/** What says how things stand: offer, cover, progress, failure, status line, console. */
export const statusStyles = css`
  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding: 0.6em 0.9em;
    border-bottom: 1px solid var(--_line);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_background));
    font-size: 0.9333em;
  }

  .offer p {
    flex: 1 1 20em;
    margin: 0;
    text-wrap: pretty;
  }

  .offer div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }

  .offer button {
    border-color: color-mix(in srgb, var(--_text) 30%, transparent);
    background: var(--_background);
  }

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

  .cover p {
    max-width: 34em;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .cover.failure {
    color: var(--_text);
  }

  .failure strong {
    display: block;
    margin-bottom: 0.3em;
    color: var(--_danger);
  }

  .failure pre {
    max-width: 100%;
    max-height: 14em;
    margin: 0.5em 0 0;
    overflow: auto;
    text-align: start;
    font: 0.8em/1.5 var(--_mono);
  }

  progress {
    width: min(16em, 70cqi);
    height: 0.35em;
    border: 0;
    border-radius: 1em;
    appearance: none;
    overflow: hidden;
    background: var(--_line);
    accent-color: var(--_accent);
  }

  progress::-webkit-progress-bar {
    background: var(--_line);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
    transition: width 0.15s;
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
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

  @media print {
    .offer,
    .status,
    .cover {
      display: none;
    }
  }
`;
