import {css} from 'lit';

/*
 * The looks of code, read or edited. The editor inherits font and padding, so that nothing moves
 * when it takes the place of the text.
 */
export const codeStyles = css`
  :host {
    --_code-keyword: var(--django-playground-code-keyword, light-dark(#7b2d8b, #d7a4e8));
    --_code-string: var(--django-playground-code-string, light-dark(#17633a, #95cf9b));
    --_code-comment: var(--django-playground-code-comment, light-dark(#5f6b67, #98a5a0));
    --_code-number: var(--django-playground-code-number, light-dark(#9a3f06, #eab17d));
    --_code-name: var(--django-playground-code-name, light-dark(#1d5597, #8fc1f2));
    --_code-tag: var(--django-playground-code-tag, light-dark(#1d5597, #8fc1f2));
    --_code-attribute: var(--django-playground-code-attribute, light-dark(#8a4a00, #e0b97f));
    --_code-template: var(--django-playground-code-template, light-dark(#a3195b, #f29abf));
    --_code-padding-block: 0.9em;
    --_code-padding-inline: 1.2em;
    --_code-gutter: calc(var(--_digits, 2) * 1ch + 1.5em);
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
    max-height: var(
      --django-playground-editor-max-height,
      calc(var(--_max-lines, 1e6) * var(--_code-line) * 1em + 2 * var(--_code-padding-block))
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

  .readonly {
    display: block;
    background: color-mix(in srgb, var(--_text) 5%, transparent);
  }

  .text summary {
    color: var(--_muted);
    cursor: pointer;
    list-style-position: inside;
  }

  .numbered summary {
    padding-inline-start: calc(var(--_code-gutter) + 0.6em);
  }

  .keyword {
    color: var(--_code-keyword);
  }

  .string {
    color: var(--_code-string);
  }

  .comment {
    color: var(--_code-comment);
  }

  .number {
    color: var(--_code-number);
  }

  span.name {
    color: var(--_code-name);
  }

  .tag {
    color: var(--_code-tag);
  }

  .attribute {
    color: var(--_code-attribute);
  }

  .template {
    color: var(--_code-template);
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

  @media print {
    .panels {
      display: block;
    }

    .panel,
    .panel[hidden] {
      display: block !important;
      position: static !important;
      width: auto !important;
      height: auto !important;
      content-visibility: visible !important;
    }

    .editing,
    .panel .said {
      display: none !important;
    }

    div.name {
      display: block;
      padding: 0.8em var(--_code-padding-inline) 0;
      font: 600 0.9em var(--_mono);
      break-after: avoid;
    }

    .text {
      min-height: 0;
      max-height: none;
      overflow: visible;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }

    .text code {
      width: auto;
    }
  }
`;
