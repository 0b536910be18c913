import {
  Facet,
  StateEffect,
  StateField,
  type ChangeDesc,
  type EditorState,
  type Extension,
  type Text,
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  WidgetType,
  keymap,
  type Command,
  type DecorationSet,
} from '@codemirror/view';
import type {Region} from '../protocol/code.js';
import {protect, type Span} from './protection.js';

export interface RegionsOptions {
  /** The regions of a text. */
  readonly find: (content: string) => readonly Region[];
  /** On the button that stands for folded lines. */
  readonly folded: (lines: number) => string;
  /** What that button does. */
  readonly unfold: string;
  /** Spoken when a change was refused. */
  readonly refused: string;
}

/**
 * Lines that the author marked as read-only or folded. The lines of the markers are not shown, and
 * neither they nor read-only lines can be changed.
 */
export function regions(options: RegionsOptions): Extension {
  const find = (document: Text): Place[] => placesIn(document, options.find(document.toString()));
  const field = StateField.define<readonly Place[]>({
    create: ({doc}) => find(doc),
    update(places, {changes, docChanged, effects, newDoc, newSelection, selection}) {
      let next = places;
      if (docChanged) {
        // Only what comes from outside changes protected lines.
        next = touches(changes, places.flatMap(protectedSpans))
          ? find(newDoc)
          : places.map(place => mapped(place, changes));
      }
      for (const effect of effects) {
        if (effect.is(setFolded)) next = next.map(place => fold(place, effect.value));
      }
      const {head} = newSelection.main;
      const enters = (place: Place): boolean =>
        place.isFolded && head > place.from && head < place.to;
      if (selection && next.some(enters)) {
        next = next.map(place => (enters(place) ? {...place, isFolded: false} : place));
      }
      return next;
    },
    provide: self => [
      EditorView.decorations.compute([self, 'doc'], state =>
        decorate(state.doc, state.field(self), options),
      ),
      EditorView.atomicRanges.of(view => hidden(view.state.field(self))),
      protect(state => state.field(self).flatMap(protectedSpans), options.refused),
      keymap.of([
        {key: 'Ctrl-Shift-[', mac: 'Cmd-Alt-[', run: foldAtCaret(self, true)},
        {key: 'Ctrl-Shift-]', mac: 'Cmd-Alt-]', run: foldAtCaret(self, false)},
      ]),
    ],
  });
  return [field, leading.from(field, places => places.find(({from}) => from === 0)?.to)];
}

/** Where a region ends that the file begins with. */
const leading = Facet.define<number | undefined>();

/** A file with the caret where something can be written, below a region that it begins with. */
export function afterFirstRegion(state: EditorState): EditorState {
  const to = state.facet(leading).find(end => end !== undefined);
  if (to === undefined) return state;
  return state.update({selection: {anchor: Math.min(to + 1, state.doc.length)}}).state;
}

/** A region as characters: from its first line's begin to its last one's end. */
interface Place extends Span {
  readonly kind: Region['kind'];
  /** The lines of the markers; the closing one may be missing. */
  readonly opening: Span;
  readonly closing: Span | undefined;
  readonly isFolded: boolean;
}

const setFolded = StateEffect.define<{readonly from: number; readonly isFolded: boolean}>();

function placesIn(document: Text, found: readonly Region[]): Place[] {
  return found
    .filter(({from, to}) => from >= 1 && to <= document.lines)
    .map(({kind, from, to}) => {
      const first = document.line(from);
      const last = document.line(to);
      const isClosed = to > from && last.text.includes(`playground-${kind}-end`);
      return {
        kind,
        from: first.from,
        to: last.to,
        opening: {from: first.from, to: first.to},
        closing: isClosed ? {from: last.from, to: last.to} : undefined,
        isFolded: kind === 'fold',
      };
    });
}

function mapped(place: Place, changes: ChangeDesc): Place {
  const map = ({from, to}: Span): Span => ({
    from: changes.mapPos(from, 1),
    to: changes.mapPos(to, -1),
  });
  const {opening, closing} = place;
  // The end of a region that is not closed is the file's, which grows.
  const to = closing ? changes.mapPos(place.to, -1) : changes.mapPos(place.to, 1);
  return {
    ...place,
    from: changes.mapPos(place.from, 1),
    to,
    opening: map(opening),
    closing: closing && map(closing),
  };
}

function fold(place: Place, {from, isFolded}: {from: number; isFolded: boolean}): Place {
  return place.from === from && place.kind === 'fold' ? {...place, isFolded} : place;
}

/** What of a region cannot be changed. */
function protectedSpans({kind, from, to, opening, closing, isFolded}: Place): readonly Span[] {
  if (kind === 'readonly' || isFolded) return [{from, to}];
  return closing ? [opening, closing] : [opening];
}

function touches(changes: ChangeDesc, spans: readonly Span[]): boolean {
  let found = false;
  changes.iterChangedRanges((from, to) => {
    found ||= spans.some(span => to >= span.from && from <= span.to);
  });
  return found;
}

const MARKER = Decoration.replace({block: true});
const READONLY_LINE = Decoration.line({class: 'cm-readonly-line'});

function decorate(
  document: Text,
  places: readonly Place[],
  options: RegionsOptions,
): DecorationSet {
  const decorations = places.flatMap(({kind, from, to, opening, closing, isFolded}) => {
    const first = document.lineAt(from).number;
    const last = document.lineAt(to).number;
    const inner = last - first - (closing ? 1 : 0);
    if (isFolded) {
      const widget = new FoldWidget(from, options.folded(inner), options.unfold);
      return [Decoration.replace({widget, block: true}).range(from, to)];
    }
    const markers = [opening, closing].flatMap(span =>
      span ? [MARKER.range(span.from, span.to)] : [],
    );
    const lines = kind === 'readonly' ? inner : 0;
    const shaded = Array.from({length: lines}, (_, index) =>
      READONLY_LINE.range(document.line(first + 1 + index).from),
    );
    return [...markers, ...shaded];
  });
  return Decoration.set(decorations, true);
}

/** What the caret steps over. */
function hidden(places: readonly Place[]): DecorationSet {
  const spans = places.flatMap(({from, to, opening, closing, isFolded}) =>
    isFolded ? [{from, to}] : closing ? [opening, closing] : [opening],
  );
  return Decoration.set(
    spans.filter(({from, to}) => to > from).map(({from, to}) => MARKER.range(from, to)),
    true,
  );
}

function foldAtCaret(field: StateField<readonly Place[]>, isFolded: boolean): Command {
  return view => {
    const {head} = view.state.selection.main;
    const line = view.state.doc.lineAt(head);
    // Beside a folded region is as near as the caret comes.
    const place = view.state
      .field(field)
      .find(
        ({kind, from, to, ...other}) =>
          kind === 'fold' &&
          other.isFolded !== isFolded &&
          from <= line.to + 1 &&
          to >= line.from - 1,
      );
    if (!place) return false;
    const selection = isFolded ? {selection: {anchor: Math.max(0, place.from - 1)}} : {};
    view.dispatch({effects: setFolded.of({from: place.from, isFolded}), ...selection});
    return true;
  };
}

/** The button in place of folded lines. */
class FoldWidget extends WidgetType {
  readonly #from: number;
  readonly #text: string;
  readonly #title: string;

  constructor(from: number, text: string, title: string) {
    super();
    this.#from = from;
    this.#text = text;
    this.#title = title;
  }

  override eq(other: FoldWidget): boolean {
    return other.#from === this.#from && other.#text === this.#text;
  }

  override toDOM(view: EditorView): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-folded';
    button.textContent = this.#text;
    button.title = this.#title;
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => {
      view.focus();
      view.dispatch({effects: setFolded.of({from: this.#from, isFolded: false})});
    });
    return button;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
