import {css} from 'lit';

/** How e-mail in the log looks. */
export const mailStyles = css`
  .mail {
    white-space: normal;
  }

  .mail :is(.to, .subject, dd, li, .text, .link) {
    unicode-bidi: plaintext;
  }

  .mail summary {
    cursor: pointer;
  }

  .mail .to {
    margin-inline: 0.6em;
    color: var(--_muted);
  }

  .letter {
    margin: 0.3em 0 0.5em;
    padding: 0.5em 0.9em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.5);
  }

  .letter dl,
  .letter ul {
    margin: 0 0 0.5em;
    white-space: normal;
  }

  .letter dl div {
    display: flex;
    gap: 0.8em;
  }

  .letter dt {
    flex: none;
    min-width: 5em;
    color: var(--_muted);
  }

  .letter dd {
    min-width: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .letter .text {
    padding: 0.3em 0;
    white-space: pre-wrap;
  }

  .letter ul {
    padding-inline-start: 1.4em;
  }
`;
