import {css} from 'lit';

/** What nothing moves by, and comes after the first paint: the colours of code, and paper. */
export const lateStyles = css`
  :host {
    --_code-keyword: var(--django-playground-code-keyword, light-dark(#7b2d8b, #d7a4e8));
    --_code-string: var(--django-playground-code-string, light-dark(#17633a, #95cf9b));
    --_code-comment: var(--django-playground-code-comment, light-dark(#5f6b67, #98a5a0));
    --_code-number: var(--django-playground-code-number, light-dark(#9a3f06, #eab17d));
    --_code-name: var(--django-playground-code-name, light-dark(#1d5597, #8fc1f2));
    --_code-tag: var(--django-playground-code-tag, light-dark(#1d5597, #8fc1f2));
    --_code-attribute: var(--django-playground-code-attribute, light-dark(#8a4a00, #e0b97f));
    --_code-template: var(--django-playground-code-template, light-dark(#a3195b, #f29abf));
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

  /* In sight for as long as there is code below it, where the window has room for that. */
  @media screen and (min-height: 36em) {
    .bar {
      position: sticky;
      top: var(--_under, 0px);
    }

    .editing {
      --_covered: calc(var(--_under, 0px) + 3.2em);
    }

    @container django-playground-files (min-width: 30rem) {
      .with-tree .tree {
        position: sticky;
        top: calc(var(--_under, 0px) + 2.7em);
        height: min(100%, 100dvh - var(--_under, 0px) - 2.7em);
      }
    }
  }

  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }

    [aria-selected='true'][aria-selected='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .mark {
      border-color: currentColor;
    }

    .lock {
      background: CanvasText;
    }

    [aria-selected='true'] .lock {
      background: HighlightText;
    }
  }

  @media print {
    .bar,
    .pane .tree {
      display: none;
    }

    .body,
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
