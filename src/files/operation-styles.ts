import {css} from 'lit';

/** Dialog and notices. */
export const operationStyles = css`
  .ask {
    width: min(28em, calc(100vw - 2em));
    padding: 1.2em 1.3em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_text);
    font: inherit;
  }

  .ask::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  .ask h2 {
    margin: 0 0 0.8em;
    font: 600 1.1em/1.3 inherit;
    font-family: inherit;
  }

  .ask label {
    display: block;
    margin-bottom: 0.3em;
    font-size: 0.9em;
  }

  .ask input {
    width: 100%;
    min-height: 2.4em;
    margin: 0;
    padding: 0 0.7em;
    border: 1px solid var(--_muted);
    border-radius: var(--_inner-radius);
    background: var(--_background);
    color: inherit;
    font: max(13px, 0.9em) var(--_mono);
  }

  .ask input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .ask p {
    min-height: 3em;
    margin: 0.4em 0 0.6em;
    color: var(--_muted);
    font-size: 0.9em;
    line-height: 1.5;
  }

  .ask .wrong {
    color: var(--_danger);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    justify-content: flex-end;
  }

  .buttons button {
    padding-inline: 1em;
    border-color: var(--_line);
  }

  .buttons .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  @media (forced-colors: active) {
    .buttons .primary {
      border-color: ButtonBorder;
      color: ButtonText;
    }
  }
`;
