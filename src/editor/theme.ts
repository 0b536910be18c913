import type {Extension} from '@codemirror/state';
import {EditorView} from '@codemirror/view';

/**
 * The element's looks, light and dark, from its private custom properties. Font, padding and the
 * width of the line numbers are those of the static code, so that nothing moves when the editor
 * takes its place.
 */
export function theme(): Extension {
  return [CODE, PARTS, PANELS];
}

const mix = (color: string, share: number): string =>
  `color-mix(in srgb, ${color} ${share}%, transparent)`;

const FOCUS_RING = {outline: '2px solid var(--_focus)', outlineOffset: '-2px'};

const CODE = EditorView.theme({
  '&': {
    position: 'relative',
    backgroundColor: 'var(--_background)',
    color: 'var(--_text)',
    direction: 'ltr',
    textAlign: 'left',
    // What stays in sight above it.
    scrollMarginTop: 'var(--_covered, 0)',
    // The pane decides how high a file may be.
    minHeight: 'inherit',
    maxHeight: 'inherit',
  },
  // The gutters would cover an outline of the editor itself.
  '&.cm-focused': {outline: 'none'},
  '&.cm-focused::after': {
    ...FOCUS_RING,
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '301',
    pointerEvents: 'none',
  },
  '.cm-scroller': {font: 'inherit', overflow: 'auto'},
  '.cm-content': {
    paddingBlock: 'var(--_code-padding-block, 0.9em)',
    caretColor: 'var(--_text)',
  },
  '.cm-line': {paddingInline: 'var(--_code-padding-inline, 1.2em)'},
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--_background)',
    color: 'var(--_muted)',
  },
  '.cm-lineNumbers': {minWidth: 'calc(var(--_code-gutter, 2ch + 1.5em) - 0.6em)'},
  '.cm-lineNumbers .cm-gutterElement': {minWidth: '0', padding: '0'},
  '.cm-activeLine:not([class*=cm-mark-line])': {backgroundColor: 'transparent'},
  '&.cm-focused .cm-activeLine:not([class*=cm-mark-line])': {
    backgroundColor: mix('var(--_text)', 5),
  },
  '.cm-activeLineGutter': {backgroundColor: 'transparent', color: 'var(--_text)'},
  '.cm-cursor, .cm-dropCursor': {borderLeft: '2px solid var(--_text)', marginLeft: '-1px'},
  '.cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: mix('var(--_muted)', 25),
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: mix('var(--_focus)', 32),
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: mix('var(--_focus)', 20),
    outline: `1px solid ${mix('var(--_focus)', 60)}`,
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: mix('var(--_danger)', 20),
  },
  '.cm-specialChar': {color: 'var(--_danger)'},
  '.cm-searchMatch': {backgroundColor: mix('var(--_accent)', 22)},
  '.cm-searchMatch-selected': {
    backgroundColor: mix('var(--_accent)', 40),
    outline: '1px solid var(--_accent)',
  },
  '.cm-selectionMatch': {backgroundColor: mix('var(--_muted)', 18)},
  '@media (forced-colors: active)': {
    '& .cm-selectionLayer .cm-selectionBackground.cm-selectionBackground': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      opacity: '0.5',
    },
    '& .cm-searchMatch-selected': {outline: '2px solid Highlight'},
    '& .cm-matchingBracket': {outline: '1px solid Highlight'},
  },
});

const PARTS = EditorView.theme({
  '.cm-readonly-line': {backgroundColor: mix('var(--_muted)', 9)},
  '.cm-folded': {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '0',
    padding: '0 var(--_code-padding-inline, 1.2em)',
    border: '0',
    backgroundColor: mix('var(--_muted)', 12),
    color: 'var(--_muted)',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  '.cm-folded::before': {content: '"▸ " / ""'},
  '.cm-folded:hover': {color: 'var(--_text)'},
  '.cm-folded:focus-visible': FOCUS_RING,
  '.cm-leave-hint': {
    position: 'absolute',
    insetInlineEnd: '0.6rem',
    insetBlockEnd: '0.4rem',
    zIndex: '300',
    margin: '0',
    padding: '0.25em 0.6em',
    border: '1px solid var(--_line)',
    borderRadius: 'var(--_inner-radius, 4px)',
    backgroundColor: 'var(--_surface)',
    color: 'var(--_muted)',
    fontSize: '0.9em',
    lineHeight: '1.4',
    pointerEvents: 'none',
    opacity: '0',
  },
  '.cm-leave-hint[data-shown=true]': {opacity: '1'},
  '.cm-lintRange-error': underline('var(--_danger)'),
  '.cm-lintRange-warning': underline('var(--_warning, light-dark(#8a5a00, #f0c063))'),
  '.cm-lintRange-info': underline('var(--_focus)'),
  '.cm-mark-line-error': {backgroundColor: mix('var(--_danger)', 10)},
  '.cm-mark-line-warning': {
    backgroundColor: mix('var(--_warning, light-dark(#8a5a00, #f0c063))', 10),
  },
  '.cm-mark-line-info': {backgroundColor: mix('var(--_focus)', 10)},
  '.cm-diagnostic': {
    padding: '0.4em 0.8em',
    borderLeft: '3px solid var(--_focus)',
    whiteSpace: 'pre-wrap',
    maxWidth: '40em',
  },
  '.cm-diagnostic-error': {borderLeftColor: 'var(--_danger)'},
  '.cm-diagnostic-warning': {borderLeftColor: 'var(--_warning, light-dark(#8a5a00, #f0c063))'},
  '.cm-diagnosticSource': {color: 'var(--_muted)', fontSize: '0.9em', opacity: '1'},
  '&:not(.cm-focused) .cm-tooltip-marks': {display: 'none'},
  '.cm-changedLine': {backgroundColor: mix('var(--_accent)', 12)},
  '.cm-changedText': {background: mix('var(--_accent)', 24)},
  '.cm-deletedChunk': {
    backgroundColor: mix('var(--_danger)', 9),
    paddingLeft: 'var(--_code-padding-inline, 1.2em)',
  },
  '.cm-deletedChunk .cm-deletedText': {background: mix('var(--_danger)', 20)},
  '.cm-deletedLine, .cm-deletedLine del': {textDecoration: 'none'},
});

const PANELS = EditorView.theme({
  '.cm-tooltip': {
    border: '1px solid var(--_line)',
    borderRadius: 'var(--_inner-radius, 4px)',
    backgroundColor: 'var(--_surface)',
    color: 'var(--_text)',
    boxShadow: '0 2px 10px rgb(0 0 0 / 0.18)',
    font: '0.95em/1.45 var(--_font, system-ui, sans-serif)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--_mono)',
    maxHeight: '15em',
    maxWidth: 'min(36em, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {padding: '0.15em 0.6em', lineHeight: '1.5'},
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--_accent)',
    color: 'var(--_on-accent)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': {color: 'inherit'},
  '.cm-completionDetail': {color: 'var(--_muted)', fontStyle: 'normal'},
  '.cm-completionMatchedText': {textDecoration: 'none', fontWeight: 'bold'},
  '.cm-panels': {
    border: '0',
    backgroundColor: 'var(--_surface)',
    color: 'var(--_text)',
    zIndex: '310',
  },
  '.cm-panels-top': {borderBottom: '1px solid var(--_line)'},
  '.cm-panels-bottom': {borderTop: '1px solid var(--_line)'},
  '.cm-panel.cm-comparison': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.3em 0.4em',
    padding: '0.4em 0.6em',
    font: '0.95em/1.4 var(--_font, system-ui, sans-serif)',
  },
  '.cm-comparison [role=status]': {flex: '1 1 8em', color: 'var(--_muted)'},
  '.cm-comparison [aria-disabled=true]': {opacity: '0.5', cursor: 'default'},
  '.cm-panel.cm-search, .cm-panel.cm-dialog': {
    padding: '0.5em 2.6em 0.5em 0.6em',
    font: '0.95em/1.4 var(--_font, system-ui, sans-serif)',
  },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.3em',
    fontSize: '1em',
    marginInlineEnd: '0.6em',
  },
  '.cm-panel.cm-search input[type=checkbox]': {accentColor: 'var(--_accent)', margin: '0'},
  '.cm-textfield, .cm-panel .cm-button': {
    minHeight: '2.1em',
    padding: '0.1em 0.6em',
    border: '1px solid var(--_line)',
    borderRadius: 'var(--_inner-radius, 4px)',
    backgroundColor: 'var(--_background)',
    backgroundImage: 'none',
    color: 'var(--_text)',
    font: 'inherit',
    verticalAlign: 'middle',
  },
  '.cm-panel .cm-button': {cursor: 'pointer'},
  '.cm-panel .cm-button:hover': {backgroundColor: mix('var(--_text)', 8)},
  '.cm-panel .cm-button:active': {backgroundImage: 'none'},
  '.cm-panel :is(input, button):focus-visible': {
    outline: '2px solid var(--_focus)',
    outlineOffset: '1px',
  },
  '.cm-panel.cm-search [name=close], .cm-panel.cm-dialog .cm-dialog-close': {
    minWidth: '1.6em',
    minHeight: '1.6em',
    fontSize: '1.2em',
    color: 'inherit',
    cursor: 'pointer',
  },
});

function underline(color: string): Record<string, string> {
  return {
    backgroundImage: 'none',
    paddingBottom: '0',
    textDecoration: `underline wavy ${color}`,
    textUnderlineOffset: '0.25em',
    textDecorationSkipInk: 'none',
  };
}
