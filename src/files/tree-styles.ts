import {css} from 'lit';

/** The rows of the tree, which come with it. */
export const treeStyles = css`
  [role='treeitem'] {
    display: flex;
    align-items: center;
    min-height: 2.1em;
    color: var(--_muted);
    font: 500 0.8667em/1 var(--_mono);
    white-space: nowrap;
    cursor: pointer;
    user-select: none;
    padding-inline: calc(1.6em + var(--_level, 0) * 0.9em) 0.8em;
  }

  [role='treeitem']:hover,
  [role='treeitem'][aria-selected='true'] {
    color: var(--_text);
  }

  [role='treeitem']:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -3px;
  }

  [role='treeitem'][data-over] {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    color: var(--_text);
    outline: 2px dashed var(--_accent);
    outline-offset: -3px;
  }

  [role='treeitem'][aria-selected='true'] {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    box-shadow: inset 2px 0 0 var(--_accent);
  }

  .folder::before {
    content: '';
    width: 0.35em;
    height: 0.35em;
    margin-inline: -0.9em 0.55em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: -45deg;
  }

  .folder:dir(rtl)::before {
    rotate: 135deg;
  }

  .folder[aria-expanded='true']::before {
    rotate: 45deg;
  }

  .indent-2 {
    --_level: 1;
  }

  .indent-3 {
    --_level: 2;
  }

  .indent-4 {
    --_level: 3;
  }

  .indent-5 {
    --_level: 4;
  }

  .indent-6 {
    --_level: 5;
  }

  .indent-7 {
    --_level: 6;
  }

  .indent-8 {
    --_level: 7;
  }

  .tree-toggle::after {
    content: '';
    width: 0.35em;
    height: 0.35em;
    margin: -0.2em 0 0 0.6em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }

  .tree-toggle[aria-expanded='true']::after {
    margin-top: 0.2em;
    rotate: 225deg;
  }

  @container django-playground-files (width < 30rem) {
    .with-tree .body {
      display: flex;
      flex-direction: column;
    }

    .panels {
      flex: auto;
    }

    /* Below the button that opens it, wherever in long code that is pressed. */
    .tree.open {
      position: sticky;
      z-index: 2;
      top: calc(var(--_under, 0px) + 2.6em);
      max-height: 18em;
      border-bottom: 1px solid var(--_line);
      border-inline-end: 0;
    }
  }

  @media (pointer: coarse) {
    [role='treeitem'] {
      min-height: 2.8em;
    }
  }
`;
