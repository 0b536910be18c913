import {css} from 'lit';

/*
 * The public custom properties are read once, here, into private ones (`--_…`), so that the rest
 * of the styles, and those of the elements within, know only these. Sizes are in `em`, because a
 * page's `rem` may be anything.
 */
export const faceStyles = css`
  :host {
    display: block;
    container: django-playground / inline-size;
    /* Where a page asks how much room it needs, as a cell of a table does. */
    contain-intrinsic-inline-size: 14em;
    margin-block: 1.5em;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  .playground {
    --_accent: var(--django-playground-accent, var(--_page-accent, light-dark(#0c4b33, #44b78b)));
    --_on-accent: var(--django-playground-on-accent, light-dark(#fff, #06231a));
    --_background: var(--django-playground-background, light-dark(#fff, #16191d));
    --_surface: var(--django-playground-surface, light-dark(#f5f7f6, #1e2328));
    --_text: var(--django-playground-text, light-dark(#1c2422, #e4e9e7));
    --_muted: var(--django-playground-muted, light-dark(#56635f, #9daaa6));
    --_line: var(--django-playground-line, light-dark(#d9e0dd, #333b41));
    --_danger: var(--django-playground-danger, light-dark(#a4262c, #ff9d98));
    --_focus: var(--django-playground-focus, light-dark(#0a6b8a, #6ec6e6));
    --_radius: var(--django-playground-radius, 0.6em);
    --_inner-radius: calc(var(--_radius) * 0.6);
    --_control: 2.3em;
    --_mono: var(
      --django-playground-mono,
      ui-monospace,
      'SF Mono',
      'Cascadia Code',
      'DejaVu Sans Mono',
      Menlo,
      Consolas,
      monospace
    );
    --_top: var(--django-playground-sticky-top, 0px);
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_text);
    font-size: max(13px, 0.9375em);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    hyphens: manual;
    white-space: normal;
  }

  /* Black or white, whichever can be read better: one of them always has a contrast of 4.5:1. */
  @supports (color: lch(from red l 0 0)) {
    .playground {
      --_on-accent: var(
        --django-playground-on-accent,
        lch(from var(--_accent) calc((49.44 - l) * infinity) 0 0)
      );
    }
  }

  @media (pointer: coarse) {
    .playground {
      --_control: max(2.3em, 40px);
    }
  }
`;
