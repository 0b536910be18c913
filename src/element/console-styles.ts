import {css} from 'lit';

/** The bar of the console; what is below it has styles of its own. */
export const consoleStyles = css`
  .console-toggle {
    display: flex;
    justify-content: flex-start;
    width: 100%;
    min-height: max(2.4em, var(--_control));
    padding: 0.25em 0.9em;
    border: 0;
    border-top: 1px solid var(--_line);
    border-radius: 0;
    background: var(--_surface);
    font-size: 0.8667em;
  }

  .console-toggle:focus-visible {
    outline-offset: -2px;
  }

  .console-toggle::before {
    content: '';
    flex: none;
    width: 0.4em;
    height: 0.4em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }

  .console-toggle:dir(rtl)::before {
    transform: rotate(135deg);
  }

  .console-toggle[aria-expanded='true']::before {
    transform: rotate(45deg);
  }

  #console:not([hidden]) {
    display: block;
    border-top: 1px solid var(--_line);
  }

  #console:empty {
    border: 0;
  }
`;
