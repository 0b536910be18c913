import {css} from 'lit';

/** Where code and output lie, and the lines that make them larger and smaller. */
export const paneStyles = css`
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
  }

  .code {
    display: flex;
    min-width: 0;
    min-height: 0;
  }

  .code > * {
    flex: 1;
    min-width: 0;
  }

  /* Blocks of code, as long as they have not been read; above them is room for the tabs. */
  .code > slot {
    display: block;
    padding-top: calc(2.5em + 1px);
    overflow: auto;
  }

  /* Where the focus is put, and not by a key. */
  .code:focus {
    outline: none;
  }

  .output {
    display: flex;
    flex-direction: column;
    min-width: 0;
    border-top: 1px solid var(--_line);
  }

  .stage {
    position: relative;
    flex: 1 0 auto;
    height: var(--_height, var(--_output-height, var(--django-playground-output-height, 27em)));
  }

  /* What the author froze, with a bar below it that says so. */
  .frozen slot {
    display: block;
    position: absolute;
    inset: 0;
    overflow: auto;
  }

  ::slotted(img[slot='output']) {
    display: block;
    width: 100%;
    height: auto;
  }

  .screen iframe {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    border: 0;
  }

  .splitter {
    position: relative;
    z-index: 2;
    touch-action: none;
    user-select: none;
  }

  .splitter.vertical {
    display: none;
    contain: size;
    border-inline-start: 1px solid var(--_line);
    cursor: col-resize;
  }

  .splitter.horizontal {
    height: 0;
    cursor: row-resize;
  }

  /* Beside each other. The output stays in sight where the code is longer than the screen. */
  @container django-playground (min-width: 840px) {
    :host([layout='split']) .panes {
      grid-template-columns:
        minmax(0, var(--_code-column, 1fr)) 1px
        minmax(0, var(--_output-column, 1fr));
    }

    :host([layout='split']) .output {
      position: sticky;
      top: var(--_under, var(--_top));
      align-self: start;
      height: min(100%, 100dvh - var(--_under, var(--_top)));
      min-height: min-content;
      border-top: 0;
    }

    :host([layout='split']) .splitter.vertical {
      display: flex;
      flex-direction: column;
      justify-content: center;
    }

    /* Where the reader chose a height, both have it. */
    :host([layout='split']) .sized .code {
      contain: size;
      overflow: auto;
    }
  }

  /* One at a time, in one place, so that nothing moves when the other one is chosen. */
  :host([layout='tabs']) :is(.code, .output) {
    grid-area: 1 / 1;
    border-top: 0;
  }

  .no-code > .code,
  .no-output > .output {
    visibility: hidden;
  }

  .pane-tabs {
    display: flex;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  .pane-tabs button {
    flex: 1;
    margin-bottom: -1px;
    border-radius: 0;
    border-bottom: 2px solid transparent;
    color: var(--_muted);
  }

  .pane-tabs button:focus-visible {
    outline-offset: -3px;
  }

  .pane-tabs [aria-selected='true'] {
    border-bottom-color: var(--_accent);
    color: var(--_text);
  }

  :host([layout='output']) .code {
    display: none;
  }

  :host([layout='output']) .output {
    border-top: 0;
  }

  /* Nothing is seen of the site then, but for what keeps it from running. */
  :host([layout='code']) :is(.output, .address, .screen) {
    display: none;
  }

  :host([layout='code']) .failed > .output {
    display: flex;
  }

  :host([layout='code']) .stage {
    height: auto;
  }

  :host([layout='code']) .cover {
    position: static;
  }
`;
