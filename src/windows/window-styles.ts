import {css} from 'lit';

/** Windows over the site, like sheets that lie on each other: of each the bar can be seen. */
export const windowStyles = css`
  .windows {
    isolation: isolate;
  }

  /* Shadows fall on the output only. */
  .stage:has(.window) {
    overflow: clip;
  }

  .windows:has(> .window)::after {
    content: '';
    position: absolute;
    inset: 0;
    background: light-dark(rgb(20 30 26 / 35%), rgb(0 0 0 / 55%));
  }

  .window {
    --_bar: 2.5em;
    position: absolute;
    z-index: calc(1 + var(--_depth, 0));
    inset: calc(0.7em + var(--_depth, 0) * var(--_bar)) 0.7em 0.7em;
    display: flex;
    flex-direction: column;
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_background);
    box-shadow: 0 0.5em 2em light-dark(rgb(20 30 26 / 30%), rgb(0 0 0 / 70%));
    animation: window-opens 0.16s ease-out;
  }

  .window:focus {
    outline: none;
  }

  .window:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  @keyframes window-opens {
    from {
      opacity: 0;
      translate: 0 0.5em;
    }
  }

  .window-bar {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.3em;
    min-height: var(--_bar);
    padding-inline: 0.8em 0.3em;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  .window-name {
    display: flex;
    flex: 1;
    align-items: baseline;
    gap: 0.8em;
    min-width: 0;
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    font-size: 0.9333em;
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }

  .front .window-title {
    color: var(--_text);
    font-weight: 600;
  }

  .window-title,
  .window-address {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .window-title {
    flex: 0 1 auto;
    max-width: 60%;
  }

  .window-address {
    flex: 1 1 0;
    min-width: 0;
    color: var(--_muted);
    font-size: 0.9em;
  }

  .window-screen {
    position: relative;
    flex: 1;
  }

  .window-screen[inert] {
    visibility: hidden;
  }

  @container django-playground (max-width: 480px) {
    .window {
      inset: calc(var(--_depth, 0) * var(--_bar)) 0 0;
      border-width: 0;
      border-radius: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .window {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .window {
      border-color: CanvasText;
    }
  }
`;
