import type {ReactiveController, TemplateResult} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import type {Archive} from '../giving/index.js';
import type {Giving} from './giving.js';
import {LinkGate} from './link-gate.js';
import {loadPart} from './load-part.js';
import {renderNotice, type Notice} from './notice.js';
import type {PersistController} from './persist-controller.js';
import type {ProjectController} from './project-controller.js';
import type {SiteAttributes} from './site-attributes.js';
import type {SiteController} from './site-controller.js';
import type {PlaygroundState} from './state.js';
import {renderToolbar, type ToolbarActions} from './toolbar.js';

/** What of a playground is taken back. */
export interface Reset {
  /** The reader's changes of all files, or of the one at a path. */
  readonly files?: boolean | string;
  /** Database, uploads, cookies and history. */
  readonly data?: boolean;
}

export interface DownloadOptions {
  /** Whether database and uploads come along, as they are now. By default they do. */
  readonly data?: boolean;
}

export interface GivingHost extends SiteAttributes {
  large: boolean;
  path: string;
  readonly state: PlaygroundState;
  readonly files: readonly ProjectFile[];
  run(): Promise<void>;
}

/** What a playground is made of, as far as it is given away and taken back. */
export interface GivingParts {
  readonly project: ProjectController;
  readonly site: SiteController;
  readonly persist: PersistController;
  /** Let go of what was said about data that goes. */
  forget(): void;
}

/**
 * Download, link, full page, menus, suggestions: all of it is loaded when somebody goes to use it.
 * What is here is what has to be there before.
 */
export class GivingController implements ReactiveController {
  readonly #host: GivingHost;
  readonly #parts: GivingParts;
  /** Shut while nobody has decided on what a link brought. */
  readonly gate: LinkGate;
  #giving: Giving | undefined;
  #notice: Notice | undefined;
  #isLarge = false;

  constructor(host: GivingHost, parts: GivingParts) {
    this.#host = host;
    this.#parts = parts;
    this.gate = new LinkGate(host, fragment => this.#openLink(fragment));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#host.large = false;
    this.hostUpdated();
  }

  hostUpdated(): void {
    const {large, renderRoot} = this.#host;
    renderRoot.addEventListener('focusin', this.#onFocus);
    if (large === this.#isLarge) return;
    this.#isLarge = large;
    this.#press(giving => giving.enlarge(large));
  }

  /** Go on with what a link brought, if one did. */
  useLink(): void {
    this.#giving?.useLink();
  }

  /** Say something above the panes; nothing takes away what was said. */
  say(notice: Notice | undefined): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }

  /** @param actions Of the buttons that are not of this. */
  renderToolbar(actions: Pick<ToolbarActions, 'run' | 'stop'>): TemplateResult {
    const {project, site, persist} = this.#parts;
    const {state, large, strings} = this.#host;
    const status = {
      state,
      isTouched: !project.isPristine || persist.isKeeping,
      hasData: site.saved.written.length > 0,
      isLarge: large,
    };
    return renderToolbar(status, strings, {
      ...actions,
      share: () => this.#press(giving => giving.share()),
      enlarge: () => (this.#host.large = !large),
      download: button => this.#press(giving => giving.chooseDownload(button)),
      reset: button => this.#press(giving => giving.chooseReset(button)),
    });
  }

  renderNotice(): TemplateResult {
    return renderNotice(this.#notice);
  }

  async reset(what: Reset): Promise<void> {
    await (await this.#load()).reset(what);
  }

  async toArchive(options: DownloadOptions): Promise<Archive> {
    await this.#parts.project.load();
    return (await this.#load()).toArchive(options);
  }

  async download(options: DownloadOptions): Promise<void> {
    await this.#parts.project.load();
    (await this.#load()).download(options);
  }

  async toLink(): Promise<string> {
    await this.#parts.project.load();
    return (await this.#load()).toLink();
  }

  #openLink(fragment: string): void {
    this.#parts.persist.hold();
    this.#load()
      .then(giving => giving.openLink(fragment, this.gate))
      .catch((error: unknown) => {
        // The page's own is there all the same.
        this.gate.decide(false);
        this.#parts.persist.release(false);
        this.#parts.site.fail(error);
      });
  }

  /** @throws PlaygroundError `runtime-unavailable`; the next call tries again. */
  async #load(): Promise<Giving> {
    const {strings} = this.#host;
    const [{Giving: Part}, texts] = await loadPart(
      Promise.all([import('./giving.js'), strings.giving()]),
    );
    this.#giving ??= new Part(this.#host, this.#parts, texts, notice => this.say(notice));
    this.#giving.strings = texts;
    return this.#giving;
  }

  #press(act: (giving: Giving) => unknown): void {
    this.#load()
      .then(act)
      .catch((error: unknown) => this.#parts.site.fail(error));
  }

  readonly #onFocus = ({target}: Event): void => {
    if (target instanceof HTMLInputElement && target.matches('.address input')) {
      this.#press(giving => giving.suggest(target));
    }
  };
}
