import {css} from 'lit';

/*
 * The looks of code, read or edited. The editor inherits font and padding, so that nothing moves
 * when it takes the place of the text.
 */
export const codeStyles = css`
  :host {
    --_code-padding-block: 0.9em;
    --_code-padding-inline: 1.2em;
    --_code-line: 1.55;
  }

  .panels {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    position: relative;
    min-width: 0;
    background: var(--_background);
  }

  .panel:not([hidden]),
  .editing:not([hidden]) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
  }

  /* Found, but not seen. */
  .panel[hidden='until-found'] {
    position: absolute;
    overflow: hidden;
    width: 0;
    height: 0;
  }

  .text,
  .editing {
    font-family: var(--_mono);
    line-height: var(--_code-line);
    letter-spacing: normal;
    tab-size: var(--_tab-size, 4);
    direction: ltr;
    text-align: left;
  }

  .text,
  .editing {
    margin: 0;
    min-height: calc(
      var(--_min-lines, 6) * var(--_code-line) * 1em + 2 * var(--_code-padding-block)
    );
    max-height: calc(
      var(--_max-lines, 1e6) * var(--_code-line) * 1em + 2 * var(--_code-padding-block)
    );
    font-size: 0.8667em;
    font-variant-ligatures: none;
    color: var(--_text);
    text-size-adjust: none;
  }

  .text {
    padding: var(--_code-padding-block) var(--_code-padding-inline);
    overflow: auto;
    white-space: pre;
    cursor: text;
  }

  .text code {
    display: block;
    width: max-content;
    min-width: 100%;
    font: inherit;
  }

  /* A file that ends with a line break has one line more, as in an editor. */
  .text code:not(:has(.line, .chunk))::after {
    content: '\\200b';
  }

  .wrapped .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .wrapped .text code {
    width: auto;
  }

  .text:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .line {
    display: block;
  }

  .chunk {
    display: block;
    content-visibility: auto;
    contain-intrinsic-height: auto calc(var(--_lines) * var(--_code-line) * 1em);
  }

  /* Where the number of digits is known. */
  .numbered code,
  .editing > * {
    --_code-gutter: calc(var(--_digits, 2) * 1ch + 1.5em);
  }

  .numbered {
    padding-inline-start: 0;
  }

  .numbered .line {
    padding-inline-start: calc(var(--_code-gutter) + 0.6em);
  }

  .numbered .line::before {
    content: attr(data-line);
    display: inline-block;
    width: calc(var(--_code-gutter) - 0.6em);
    margin-inline: calc(-0.6em - var(--_code-gutter)) 1.2em;
    color: var(--_muted);
    text-align: right;
    user-select: none;
  }

  .binary {
    margin: 0;
    padding: 3em 1.2em;
    color: var(--_muted);
    text-align: center;
  }

  div.name {
    display: none;
  }
`;
