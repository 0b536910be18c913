import {saveFile} from '../frame/index.js';
import {
  AddressList,
  copy,
  encodeFiles,
  enlarge,
  givingStyles,
  returned,
  showLink,
  toArchive,
  type Archive,
  type GivingStrings,
} from '../giving/index.js';
import {toggleMenu} from '../menu/index.js';
import {
  checkFiles,
  completeProject,
  rendersJavaScript,
  requirementsOf,
  toStoredFiles,
} from '../project/index.js';
import {chooseSeries} from '../runtime/index.js';
import {PlaygroundLargeEvent} from './events.js';
import type {DownloadOptions, GivingHost, GivingParts, Reset} from './giving-controller.js';
import type {LinkGate} from './link-gate.js';
import type {Notice} from './notice.js';
import {OpenedLink} from './opened-link.js';
import {rendererFiles} from './renderer-files.js';
import {runtimeManifest} from './runtime-files.js';

/** Bytes of a link from which on mail and chat programs are known to cut it off. */
const LONG_LINK = 30_000;

/** What a playground does when it is given away, taken back or enlarged. Loaded when it first is. */
export class Giving {
  readonly #host: GivingHost;
  readonly #parts: GivingParts;
  readonly #say: (notice: Notice | undefined) => void;
  /** As the playground has them when something is asked of this. */
  strings: GivingStrings;
  readonly #suggesting = new WeakSet<HTMLInputElement>();
  #opened: OpenedLink | undefined;
  #restore: (() => void) | undefined;

  constructor(
    host: GivingHost,
    parts: GivingParts,
    strings: GivingStrings,
    say: (notice: Notice | undefined) => void,
  ) {
    this.strings = strings;
    this.#host = host;
    this.#parts = parts;
    this.#say = say;
    const root = host.renderRoot as ShadowRoot;
    const {styleSheet} = givingStyles;
    if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }

  /** @throws PlaygroundError with any of the codes for the author's markup. */
  toArchive({data = true}: DownloadOptions): Archive {
    const {django, superuser, requirements} = this.#host;
    const files = toStoredFiles(completeProject(checkFiles(this.#host.files)));
    const text = requirementsOf([], requirements);
    const rendersInNode = rendersJavaScript(this.#host.files);
    const content = {
      title: this.#title,
      files: rendersInNode ? [...rendererFiles(), ...files] : files,
      written: this.#parts.site.writtenBeside(files),
      data,
      django: chooseSeries(runtimeManifest(), django).django,
      requirements: {text, base: document.baseURI},
      rendersInNode,
      ...(superuser && {superuser}),
    };
    return toArchive(content, this.strings.readme);
  }

  download(options: DownloadOptions): void {
    const {name, bytes} = this.toArchive(options);
    saveFile(name, bytes, 'application/zip');
  }

  /** @param button Where the choice is offered, if there is one. */
  chooseDownload(button: HTMLElement): void {
    const giving = this.strings;
    const download = (data: boolean): void => this.#try(() => this.download({data}));
    if (this.#parts.site.saved.written.length === 0) return download(true);
    toggleMenu({
      anchor: button,
      label: this.#host.strings.download,
      items: [
        {label: giving.withData, act: () => download(true)},
        {label: giving.withoutData, act: () => download(false)},
      ],
    });
  }

  /** The address of this page with the project in it. */
  toLink(): string {
    const {id, files} = this.#host;
    const url = new URL(location.href);
    url.hash = `django-playground=${encodeFiles(files)}${id && `&for=${encodeURIComponent(id)}`}`;
    return url.href;
  }

  async share(): Promise<void> {
    const giving = this.strings;
    const link = this.toLink();
    const size = (link.length / 1000).toFixed(1);
    if (!(await copy(link))) {
      showLink(this.#container, link, {
        title: giving.link,
        hint: giving.linkHint(size),
        close: giving.close,
      });
    } else if (link.length > LONG_LINK) {
      const download = (): void => this.#try(() => this.download({}));
      this.#tell(giving.linkTooLong(size), {label: this.#host.strings.download, act: download});
    } else {
      this.#tell(giving.linkCopied(size));
    }
  }

  /** Show what a link brought. */
  openLink(fragment: string, gate: LinkGate): void {
    this.#opened?.giveWay();
    const parts = {...this.#parts, gate, strings: this.strings, say: this.#say};
    this.#opened = new OpenedLink(this.#host, fragment, parts);
    void this.#opened.show();
  }

  /** Go on with what a link brought, if one did. */
  useLink(): void {
    this.#opened?.use();
  }

  /** @param button Where the menu is offered. */
  chooseReset(button: HTMLElement): void {
    const {project, site, persist} = this.#parts;
    const giving = this.strings;
    const path =
      this.#host.renderRoot.querySelector('django-playground-files')?.current?.path ?? '';
    const isChanged = project.changed.has(path) && project.originalOf(path) !== undefined;
    const hasData = site.saved.written.length > 0;
    const isAny = !project.isPristine || persist.isKeeping || this.#host.state !== 'idle';
    const item = (what: Reset, label: string, hint: string, done: string, isThere: boolean) =>
      isThere ? [{label, hint, act: () => this.#takeBack(what, done)}] : [];
    const {resetFile, resetFiles, resetData, resetAll} = giving;
    const {fileReset, filesReset, dataReset, allReset} = giving;
    toggleMenu({
      anchor: button,
      label: this.#host.strings.reset,
      items: [
        ...item({files: path}, resetFile(path), giving.resetFileHint, fileReset(path), isChanged),
        ...item({files: true}, resetFiles, giving.resetFilesHint, filesReset, !project.isPristine),
        ...item({data: true}, resetData, giving.resetDataHint, dataReset, hasData),
        ...item({files: true, data: true}, resetAll, giving.resetAllHint, allReset, isAny),
      ],
    });
  }

  /** Take back what is named. A site that was started starts again without its data. */
  async reset({files = false, data = false}: Reset): Promise<void> {
    const {project, site, persist, forget} = this.#parts;
    const started = this.#host.state !== 'idle';
    this.#opened?.refuse();
    if (files === true && data) await persist.reset();
    const mine = project.files;
    if (data) {
      // Migrations that Django wrote go too.
      project.reset();
      project.turnInto(mine);
      site.forget();
    }
    if (files === true) project.turnInto(project.original);
    if (typeof files === 'string') project.resetFile(files);
    if (files !== true || !data) persist.saveSoon();
    if (!data) return;
    forget();
    if (started) await this.#host.run();
  }

  /** Let it fill the window, or not any more. The focus goes back to where it was. */
  async enlarge(large: boolean): Promise<void> {
    await returned();
    if (large !== this.#host.large || large === (this.#restore !== undefined)) return;
    this.#restore?.();
    this.#restore = undefined;
    if (large) {
      const root = this.#host.renderRoot as ShadowRoot;
      const focused = root.activeElement;
      const end = enlarge({
        surface: this.#container,
        host: this.#host,
        label: this.#title || this.strings.enlarged,
        onleave: () => (this.#host.large = false),
      });
      this.#restore = () => {
        end();
        if (focused instanceof HTMLElement && focused.isConnected)
          focused.focus({preventScroll: true});
      };
    }
    this.#host.dispatchEvent(new PlaygroundLargeEvent(large));
  }

  /** Suggest the site's addresses to who types one. */
  suggest(input: HTMLInputElement): void {
    if (this.#suggesting.has(input)) return;
    this.#suggesting.add(input);
    const list = new AddressList({
      input,
      container: this.#container,
      label: this.strings.addresses,
      ask: () => this.#parts.site.listUrls(),
      current: () => this.#host.path,
    });
    void list.refresh();
  }

  get #container(): HTMLElement {
    const container = this.#host.renderRoot.querySelector<HTMLElement>('.playground');
    if (!container) throw new Error('The playground was not rendered yet.');
    return container;
  }

  get #title(): string {
    const slotted = this.#host.querySelector('[slot=title]')?.textContent?.trim();
    return slotted || document.title.trim();
  }

  /** Take something back, and offer to undo that. */
  async #takeBack(what: Reset, done: string): Promise<void> {
    const {project, site} = this.#parts;
    const {files} = project;
    const saved = site.saved;
    const isStarted = this.#host.state !== 'idle';
    const undo = (): void => {
      this.#say(undefined);
      if (what.data) {
        site.continueFrom(saved);
        project.applyWritten(saved.written);
      }
      project.turnInto(files);
      this.#parts.persist.saveSoon();
      if (what.data && isStarted) this.#host.run().catch(() => {});
    };
    this.#tell(done, {label: this.strings.undo, act: undo});
    await this.reset(what).catch(() => {
      // It is said where the site is.
    });
  }

  #tell(text: string, ...choices: Notice['choices'][number][]): void {
    const {dismiss} = this.strings;
    const close = {label: dismiss, act: () => this.#say(undefined)};
    this.#say({text, choices: [...choices, close]});
  }

  #try(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#parts.site.fail(error);
    }
  }
}
