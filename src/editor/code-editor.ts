import {isolateHistory} from '@codemirror/commands';
import {
  EditorState,
  Prec,
  Transaction,
  type Extension,
  type TransactionSpec,
} from '@codemirror/state';
import {EditorView, keymap, type ViewUpdate} from '@codemirror/view';
import type {CodeSettings, Mark} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import {authorExtensions} from './author-extensions.js';
import {basics} from './basics.js';
import {comparison} from './comparison.js';
import {projectCompletion} from './completion/project-completion.js';
import {highlighting} from './highlighting.js';
import {languageAtHand, loadLanguage} from './languages/load.js';
import {leaving} from './leaving.js';
import {contentOf, keepLineBreaks, lineBreaksOf, withoutReturns} from './line-breaks.js';
import {marks, withMarks} from './marks.js';
import {replacement, type OpenFile} from './open-file.js';
import type {EditorOptions} from './options.js';
import {afterFirstRegion, regions} from './regions.js';
import {COMPARISON, LANGUAGE, fileSettings, reconfigured, type FileSettings} from './settings.js';
import {theme} from './theme.js';

/** CodeMirror, showing one of a project's files at a time. */
export class CodeEditor {
  readonly #options: EditorOptions;
  readonly #view: EditorView;
  readonly #files = new Map<string, OpenFile>();
  readonly #originals = new Map<string, string>();
  readonly #common: Extension;
  #shown: OpenFile | undefined;
  #settings: CodeSettings;
  #marks: readonly Mark[] = [];
  #marksVersion = 0;
  #compares = false;
  #isGone = false;

  constructor(options: EditorOptions) {
    this.#options = options;
    this.#settings = options.settings;
    const {strings} = options;
    this.#common = [
      Prec.highest(keymap.of([{key: 'Mod-Enter', run: () => this.#run()}])),
      authorExtensions(options.extensions),
      basics(),
      theme(),
      highlighting(),
      marks(),
      leaving(strings.leave),
      projectCompletion(options.project, () => this.#shown?.path ?? ''),
      EditorState.phrases.of(strings.phrases),
      EditorView.updateListener.of(update => this.#tell(update)),
    ];
    this.#view = new EditorView({root: options.root});
  }

  /** To be put where the file was. */
  get element(): HTMLElement {
    return this.#view.dom;
  }

  /** Show a file that is text. Undo, selection and scroll are kept for each path. */
  show(file: ProjectFile): void {
    if (typeof file.content !== 'string') return;
    if (this.#shown?.path !== file.path) {
      this.#putAside();
      const open = this.#files.get(file.path) ?? this.#open(file.path, file);
      this.#shown = open;
      this.#files.set(open.path, open);
      this.#view.setState(open.state);
      if (open.scroll) this.#view.dispatch({effects: open.scroll});
    }
    this.#refresh(file);
    void this.#addLanguage(file.path);
    this.#showMarks();
    void this.#compare();
  }

  /** Files were changed elsewhere; undo is kept where the text is the same. */
  sync(files: readonly ProjectFile[]): void {
    const byPath = new Map(files.map(file => [file.path, file]));
    for (const [path, open] of this.#files) {
      const file = byPath.get(path);
      if (typeof file?.content !== 'string') this.#files.delete(path);
      else if (open === this.#shown) this.#refresh(file);
      else if (file.content !== this.#contentOf(open)) this.#files.delete(path);
    }
    if (this.#shown && !byPath.has(this.#shown.path)) this.#shown = undefined;
  }

  rename(from: string, to: string): void {
    const open = this.#files.get(from);
    const original = this.#originals.get(from);
    this.#originals.delete(from);
    if (original !== undefined) this.#originals.set(to, original);
    if (!open) return;
    this.#files.delete(from);
    open.path = to;
    this.#files.set(to, open);
    if (open !== this.#shown) return;
    this.#view.dispatch(this.#configured(open));
    void this.#addLanguage(to);
  }

  /** Scroll to a place of the shown file, put the caret there and focus. Both count from 1. */
  reveal(line: number, column = 1): void {
    const {doc} = this.#view.state;
    const {from, to} = doc.line(Math.min(Math.max(Math.trunc(line), 1), doc.lines));
    const at = Math.min(from + Math.max(column, 1) - 1, to);
    this.#view.focus();
    // What can be seen stays where it is, as where somebody clicked into static text.
    const {top = -1, bottom = -1} = this.#view.coordsAtPos(at) ?? {};
    const y = top >= 0 && bottom <= innerHeight ? 'nearest' : 'center';
    this.#view.dispatch({
      selection: {anchor: at},
      effects: EditorView.scrollIntoView(at, {y}),
    });
  }

  /** @param found Those of all files. */
  setMarks(found: readonly Mark[]): void {
    this.#marks = found;
    this.#marksVersion += 1;
    this.#showMarks();
    const here = found.filter(({path}) => path === this.#shown?.path);
    if (here.length > 0) {
      this.#view.dispatch({
        effects: EditorView.announce.of(this.#options.strings.marked(here)),
      });
    }
  }

  /** What a file is compared with; `null` where there is nothing. */
  setOriginal(path: string, content: string | null): void {
    const isSame = (this.#originals.get(path) ?? null) === content;
    if (content === null) this.#originals.delete(path);
    else this.#originals.set(path, content);
    if (!isSame && path === this.#shown?.path) void this.#compare();
  }

  /** Whether differences from the original are shown. */
  compare(on: boolean): void {
    if (this.#compares === on) return;
    this.#compares = on;
    void this.#compare();
  }

  configure(settings: CodeSettings): void {
    this.#settings = settings;
    if (this.#shown) this.#view.dispatch(this.#configured(this.#shown));
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#isGone = true;
    this.#view.destroy();
  }

  #run(): boolean {
    this.#options.onrun();
    return true;
  }

  #settingsOf(open: Pick<OpenFile, 'path' | 'readonly'>, content: string): FileSettings {
    const readonlyText = this.#options.strings.readonlyFile;
    const {path, readonly} = open;
    return {settings: this.#settings, path, content, readonly, readonlyText};
  }

  /** All of a file, put together once for each time that it was edited. */
  #contentOf(open: OpenFile): string {
    const {doc} = open === this.#shown ? this.#view.state : open.state;
    return (open.content ??= contentOf(doc, open.lineBreaks));
  }

  #configured(open: OpenFile): TransactionSpec {
    return {effects: reconfigured(this.#settingsOf(open, this.#contentOf(open)))};
  }

  #open(path: string, {content: given, readonly = false}: ProjectFile): OpenFile {
    const content = typeof given === 'string' ? given : '';
    const lineBreaks = lineBreaksOf(content);
    const {strings} = this.#options;
    const state = EditorState.create({
      doc: content,
      extensions: [
        this.#common,
        keepLineBreaks(lineBreaks),
        fileSettings(this.#settingsOf({path, readonly}, content)),
        LANGUAGE.of(languageAtHand(path) ?? []),
        COMPARISON.of([]),
        regions({
          find: text => this.#options.findRegions(path, text),
          folded: strings.folded,
          unfold: strings.unfold,
          refused: strings.readonlyLines,
        }),
      ],
    });
    return {path, content, readonly, state: afterFirstRegion(state), lineBreaks, marksVersion: 0};
  }

  #putAside(): void {
    if (!this.#shown) return;
    this.#shown.state = this.#view.state;
    this.#shown.scroll = this.#view.scrollSnapshot();
  }

  /** Take over what is told of the shown file. */
  #refresh({content, readonly = false}: ProjectFile): void {
    const open = this.#shown;
    if (!open || typeof content !== 'string') return;
    if (content !== this.#contentOf(open)) this.#replace(open, content);
    open.readonly = readonly;
    this.#view.dispatch(this.#configured(open));
  }

  /** Other text in the same file: one step of undo, which the reader may take back. */
  #replace(open: OpenFile, content: string): void {
    const breaks = lineBreaksOf(content);
    open.content = content;
    if (breaks !== open.lineBreaks) {
      const fresh = this.#open(open.path, {path: open.path, content, readonly: open.readonly});
      this.#files.set(open.path, fresh);
      this.#shown = fresh;
      this.#view.setState(fresh.state);
      return;
    }
    const old = this.#view.state.sliceDoc();
    const changes = replacement(old, withoutReturns(content, breaks));
    if (!changes) return;
    this.#view.dispatch({
      changes,
      filter: false,
      annotations: [Transaction.remote.of(true), isolateHistory.of('full')],
    });
  }

  async #addLanguage(path: string): Promise<void> {
    if (languageAtHand(path) && LANGUAGE.get(this.#view.state) === languageAtHand(path)) return;
    const language = languageAtHand(path) ?? (await loadLanguage(path));
    if (this.#isGone || this.#shown?.path !== path) return;
    this.#view.dispatch({effects: LANGUAGE.reconfigure(language)});
  }

  #showMarks(): void {
    const open = this.#shown;
    if (!open || open.marksVersion === this.#marksVersion) return;
    open.marksVersion = this.#marksVersion;
    const here = this.#marks.filter(({path}) => path === open.path);
    this.#view.dispatch(withMarks(this.#view.state, here));
  }

  async #compare(): Promise<void> {
    const open = this.#shown;
    if (!open) return;
    const original = this.#compares ? this.#originals.get(open.path) : undefined;
    if (open.comparedWith === original) return;
    open.comparedWith = original;
    const {strings, onclose} = this.#options;
    const extension =
      original === undefined ? [] : await comparison(original, strings.comparison, onclose);
    if (this.#isGone || open.comparedWith !== original) return;
    if (this.#shown === open) this.#view.dispatch({effects: COMPARISON.reconfigure(extension)});
    else open.comparedWith = undefined;
  }

  /** Nothing here looks at the whole text: it happens with every key. */
  #tell({docChanged, transactions}: ViewUpdate): void {
    const open = this.#shown;
    if (!docChanged || !open) return;
    if (transactions.every(each => !each.docChanged || each.annotation(Transaction.remote))) return;
    open.content = undefined;
    this.#options.onedit(open.path, () => this.#contentOf(open));
  }
}
