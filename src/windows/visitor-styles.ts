import {css} from 'lit';

/** Visitors beside each other, or below each other where there is no room. */
export const visitorStyles = css`
  .output:has(.visitors) {
    container: visitors / inline-size;
  }

  /* Each visitor has an address line, as high as the one that there is until the site runs. */
  .output:has(.visitors) > .address {
    display: none;
  }

  .output:has(.visitors) > .stage {
    --_bars: calc(var(--_control) + 0.8em + 1px);
    height: calc(
      var(--_height, var(--_output-height, var(--django-playground-output-height, 27em))) +
        var(--_bars)
    );
  }

  .visitors {
    position: absolute;
    inset: 0;
    display: grid;
    gap: 1px;
    background: var(--_line);
  }

  .visitor {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--_background);
  }

  .visitor .address {
    gap: 0.1em;
  }

  .visitor-name {
    max-width: 40%;
    padding-inline: 0.4em 0.3em;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .visitor .address .icon {
    min-width: 1.9em;
    width: 1.9em;
  }

  .visitor .address input {
    margin-inline-start: 0.3em;
  }

  .visitor-screen {
    position: relative;
    flex: 1;
    overflow: clip;
  }

  @container visitors (min-width: 560px) {
    .visitors {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
    }
  }

  /* Below each other, each with a height of its own that something can be seen in. */
  @container visitors (max-width: 559px) {
    .stage {
      --_row: calc(
        var(--_height, var(--_output-height, var(--django-playground-output-height, 27em))) * 0.75 +
          var(--_bars)
      );
      min-height: calc(var(--_row) * 2);
    }
  }
`;
