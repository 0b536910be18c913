import {css} from 'lit';

/** Tabs, and the place of the tree. */
export const listStyles = css`
  [role='tablist'] {
    display: flex;
    flex: 0 1 auto;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  [role='tab'],
  .path {
    color: var(--_muted);
    font: 500 0.8667em/1 var(--_mono);
    white-space: nowrap;
  }

  [role='tab'] {
    display: flex;
    flex: none;
    align-items: center;
    min-height: 3em;
    padding: 0 1.05em;
    border-bottom: 2px solid transparent;
    cursor: pointer;
    user-select: none;
  }

  [role='tab']:hover,
  [aria-selected='true'] {
    color: var(--_text);
  }

  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--_accent);
    background: var(--_background);
  }

  [role='tab']:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -3px;
  }

  .veiled {
    font-style: italic;
  }

  .mark,
  .lock {
    display: inline-block;
    flex: none;
    margin-inline-start: 0.5em;
  }

  .mark {
    width: 0.5em;
    height: 0.5em;
    border: 4px solid var(--_accent);
    border-radius: 50%;
  }

  /* A padlock. */
  .lock {
    position: relative;
    width: 0.7em;
    height: 0.5em;
    margin-top: 0.25em;
    border-radius: 0.1em;
    background: currentColor;
  }

  .lock::before {
    content: '';
    position: absolute;
    inset-inline: 0.13em;
    bottom: 100%;
    height: 0.35em;
    border: 0.1em solid currentColor;
    border-bottom: 0;
    border-radius: 0.25em 0.25em 0 0;
  }

  .tree {
    overflow: auto;
    padding-block: 0.4em;
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface);
  }

  .path {
    align-self: center;
    min-width: 0;
    overflow: hidden;
    padding-inline: 1.05em;
    line-height: 3;
    text-overflow: ellipsis;
  }

  /* Narrow: above the code, once it is wanted. */
  .tree:not(.open) {
    display: none;
  }

  .with-tree .body {
    grid-template-rows: auto minmax(0, 1fr);
  }

  @container django-playground-files (min-width: 30rem) {
    .with-tree .body {
      grid-template: minmax(0, 1fr) / minmax(9em, 13em) minmax(0, 1fr);
    }

    .with-tree .tree {
      display: block;
      /* As high as the code beside it, whatever it holds. */
      contain: size;
    }

    .with-tree .panels {
      min-height: 16em;
    }

    .tree-toggle {
      display: none;
    }
  }
`;
