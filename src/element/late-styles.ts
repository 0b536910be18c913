import {css} from 'lit';

/** What moves nothing, and comes after the first paint: handles, notices, paper, system settings. */
export const lateStyles = css`
  /* Out of the flow: the button must not move away from who points at it. */
  .cost {
    position: absolute;
    inset-inline: 1em;
    inset-block-end: 0.75em;
    font-size: 0.8667em;
  }

  .frozen .cost {
    position: static;
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    .playground,
    button {
      border-color: CanvasText;
    }
  }

  /* Which are disabled is said by the reader's own colour for that. */
  @media (forced-colors: active) {
    button:disabled {
      opacity: 1;
    }
  }

  @media print {
    /* Paper is white. */
    .playground {
      color-scheme: light !important;
    }

    .toolbar button,
    .address,
    .console-toggle {
      display: none;
    }
  }

  /* Run and what was said stay in sight where the code is longer than the window. */
  @media screen and (min-height: 36em) {
    .playground {
      --_under: calc(var(--_top) + var(--_head, 0px));
    }

    .head {
      position: sticky;
      z-index: 4;
      top: var(--_top);
    }

    @container django-playground (min-width: 840px) {
      :host([layout='split']) .sized .code {
        --_under: 0px;
      }
    }
  }

  .splitter:focus-visible {
    outline: none;
  }

  /* What can be taken hold of is wider than what is seen. */
  .splitter::before {
    content: '';
    position: absolute;
    inset: -5px;
  }

  .splitter::after {
    content: '';
    display: block;
    border: 2px solid var(--_background);
    border-radius: 1em;
    background: color-mix(in srgb, var(--_muted) 45%, var(--_background));
    pointer-events: none;
  }

  .splitter:is(:hover, :focus-visible, :active)::after {
    background: var(--_focus);
  }

  .splitter:focus-visible::after {
    outline: 2px solid var(--_focus);
  }

  .splitter.vertical::after {
    position: sticky;
    inset-block: calc(50dvh - 1.2em);
    flex: none;
    width: 8px;
    height: 2.4em;
    margin-inline-start: -4.5px;
  }

  .splitter.horizontal::after {
    position: absolute;
    top: -4px;
    left: calc(50% - 1.2em);
    width: 2.4em;
    height: 8px;
  }

  .splitter:active ~ .output iframe,
  .panes:has(~ .splitter:active) iframe {
    pointer-events: none;
  }

  @media (pointer: coarse) {
    .splitter.vertical::before {
      inset: calc(50% - 40px) -20px;
    }

    .splitter.horizontal::before {
      inset: -20px calc(50% - 40px);
    }
  }

  @media (forced-colors: active) {
    .splitter::after {
      background: CanvasText;
    }

    .splitter:is(:hover, :focus-visible, :active)::after {
      background: Highlight;
    }

    .pane-tabs [aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .panes {
      display: block;
    }

    .code {
      visibility: visible;
    }

    .frozen,
    .frozen slot {
      position: static;
      height: auto;
      overflow: visible;
    }

    .splitter,
    .pane-tabs,
    .output:not(:has(iframe, .frozen)) {
      display: none;
    }
  }

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

  @media print {
    .offer,
    .status,
    .cover {
      display: none;
    }
  }

  .console .count {
    padding: 0 0.6em;
    border-radius: 1em;
    background: color-mix(in srgb, var(--_text) 10%, transparent);
    color: var(--_text);
    font-size: 0.9em;
    font-weight: 400;
  }
`;
