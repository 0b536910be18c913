import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CodeSettings, Mark, Region} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import type {FileActions} from './actions.js';
import type {EditorHandle, OpenEditor, Place} from './editor.js';
import {isText} from './is-text.js';
import type {PaneParts} from './pane-parts.js';
import {placeAt} from './place-at.js';
import {TextArea} from './text-area.js';

export interface EditingHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly files: readonly ProjectFile[];
  readonly current: ProjectFile | undefined;
  readonly settings: CodeSettings;
  readonly extensions: readonly unknown[];
  readonly marks: readonly Mark[];
  readonly actions: FileActions;
  readonly openEditor: OpenEditor;
  readonly findRegions: (path: string, content: string) => readonly Region[];
  readonly parts: PaneParts;
}

/**
 * Milliseconds without a key after which is told what was typed, and those that one who types on is
 * waited for: with every key it would cost too much where a text is long.
 */
const PAUSE = 250;
const LONGEST = 1000;

/** The editor, from the moment on that somebody goes to edit. */
export class EditorSession implements ReactiveController {
  readonly #host: EditingHost;
  #editor: EditorHandle | undefined;
  #opening: Promise<EditorHandle> | undefined;
  #isOn = false;
  #isPlain = false;
  #isComparing = false;
  /** What the shown file is compared with, where that is not its original. */
  #other: string | undefined;
  /** What it was given last. */
  #files: readonly ProjectFile[] = [];
  #shown: ProjectFile | undefined;
  #marks: readonly Mark[] = [];
  #settings: CodeSettings | undefined;
  #untold: {readonly path: string; readonly since: number; read(): string} | undefined;
  #timer: number | undefined;
  /** The edit it told of last, which needs not be told back. */
  #told: {readonly path: string; readonly content: string} | undefined;

  constructor(host: EditingHost) {
    this.#host = host;
    host.addController(this);
    host.actions.beforeRead(() => this.#settle());
  }

  /** What stands in place of the current file's static text; `undefined` while that is read. */
  get element(): HTMLElement | undefined {
    const {current} = this.#host;
    return this.#isOn && current && isText(current) ? this.#editor?.element : undefined;
  }

  /** Whether a plain text field stands in for the editor, which could not be loaded. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  get isComparing(): boolean {
    return this.#isComparing;
  }

  /** Where a click into the text that is read goes to. */
  placeAt(click: MouseEvent): Place | undefined {
    const code = this.#host.renderRoot.querySelector<HTMLElement>('.panel:not([hidden]) code');
    return code ? placeAt(code, click) : undefined;
  }

  /** Load the editor, or what stands in for it. */
  load(): Promise<EditorHandle> {
    this.#opening ??= this.#make();
    return this.#opening;
  }

  /** Edit the current file. */
  async begin(place: Place | undefined, typed: string): Promise<void> {
    const editor = await this.load();
    this.#isOn = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (place) editor.reveal(place.line, place.column);
    else editor.focus();
    if (typed) document.execCommand('insertText', false, typed);
  }

  /** Go back to reading; the editor keeps what it knows. */
  close(): void {
    this.#isOn = false;
    this.#host.requestUpdate();
  }

  /**
   * Show what was changed in the files, or no longer.
   *
   * @param other What the shown file is compared with, where that is not its original.
   */
  compare(on: boolean, other?: string): void {
    this.#isComparing = on;
    this.#other = other;
    this.#tellOriginal();
    this.#editor?.compare(on);
    this.#host.requestUpdate();
  }

  rename(from: string, to: string): void {
    this.#settle();
    this.#editor?.rename(from, to);
    if (this.#shown?.path === from) this.#shown = {...this.#shown, path: to};
  }

  /** As if nobody had gone to edit. */
  forget(): void {
    this.#settle();
    this.#editor?.destroy();
    this.#editor = undefined;
    this.#opening = undefined;
    this.#shown = undefined;
    this.#files = [];
    this.#marks = [];
    this.#isPlain = false;
  }

  hostUpdate(): void {
    if (this.#editor) this.#update(this.#editor);
  }

  /** Tell what was typed since it was last told. */
  #settle(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#untold) return;
    const {path, read} = this.#untold;
    this.#untold = undefined;
    const content = read();
    this.#told = {path, content};
    this.#host.actions.edit(path, content);
  }

  #update(editor: EditorHandle): void {
    const {files, current, marks, settings} = this.#host;
    if (settings !== this.#settings) editor.configure(settings);
    this.#settings = settings;
    if (files !== this.#files && !this.#isOwn(files)) editor.sync(files);
    this.#files = files;
    if (marks !== this.#marks) editor.setMarks(marks);
    this.#marks = marks;
    if (!current || !isText(current) || !this.#isOn) return;
    const {path, readonly} = current;
    if (path === this.#shown?.path && readonly === this.#shown.readonly) return;
    this.#settle();
    this.#shown = current;
    this.#other = undefined;
    editor.show(current);
    this.#tellOriginal();
  }

  /** Whether nothing is new in these files but what the editor itself has told. */
  #isOwn(files: readonly ProjectFile[]): boolean {
    const before = this.#files;
    return (
      files.length === before.length &&
      files.every((file, index) => {
        const known = before[index];
        if (file === known) return true;
        return (
          file.path === known?.path &&
          file.path === this.#told?.path &&
          file.content === this.#told.content
        );
      })
    );
  }

  #tellOriginal(): void {
    const path = this.#host.current?.path;
    if (path === undefined || !this.#isComparing) return;
    const content = this.#other ?? this.#host.actions.original(path)?.content;
    this.#editor?.setOriginal(path, typeof content === 'string' ? content : null);
  }

  async #make(): Promise<EditorHandle> {
    const host = this.#host;
    const {settings, extensions, renderRoot} = host as EditingHost & {
      renderRoot: ShadowRoot;
    };
    const options = {
      root: renderRoot,
      settings,
      extensions,
      findRegions: (path: string, text: string) => host.findRegions(path, text),
      onedit: (path: string, read: () => string): void => {
        const now = performance.now();
        const since = this.#untold?.since ?? now;
        this.#untold = {path, read, since};
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#settle(), Math.min(PAUSE, since + LONGEST - now));
      },
      onrun: () => host.actions.run(),
      onclose: () => this.compare(false),
      project: () => host.files,
    };
    const regions = host.parts.regions.load();
    try {
      this.#editor = await host.openEditor(options);
    } catch {
      this.#isPlain = true;
      this.#editor = new TextArea(options);
    }
    await regions;
    this.#settings = settings;
    return this.#editor;
  }
}
