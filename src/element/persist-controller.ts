import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import {PlaygroundChangeEvent} from './events.js';
import {loadPart} from './load-part.js';
import type {Persistence} from './persistence.js';
import type {ProjectController} from './project-controller.js';
import type {SiteController} from './site-controller.js';
import type {Strings} from './strings.js';

export interface PersistHost extends ReactiveControllerHost, HTMLElement {
  readonly persist: boolean;
  readonly django: string | null;
  readonly superuser: string | null;
  readonly bare: boolean;
}

/** Loads what keeps the reader's work once there is `persist`, and stands for it until then. */
export class PersistController implements ReactiveController {
  readonly #host: PersistHost;
  readonly #project: ProjectController;
  readonly #site: SiteController;
  #loading: Promise<Persistence> | undefined;
  #persistence: Persistence | undefined;
  /** What it is told once it is there. */
  readonly #untold: ((persistence: Persistence) => void)[] = [];
  #isTouched = false;

  constructor(host: PersistHost, project: ProjectController, site: SiteController) {
    this.#host = host;
    this.#project = project;
    this.#site = site;
    host.addController(this);
    host.addEventListener(PlaygroundChangeEvent.type, () => this.saveSoon());
  }

  /** The choice between what is kept and the page as it is now, where there is one. */
  render(strings: Strings, choose: (accept: boolean) => void): TemplateResult {
    return html`<div role="status">${this.#persistence?.render(strings, choose) ?? nothing}</div>`;
  }

  /** Whether anything is kept that could be forgotten. */
  get isKeeping(): boolean {
    return this.#persistence?.isKeeping ?? false;
  }

  /** Whether the reader has done anything to it, now or on an earlier visit. */
  get isOwn(): boolean {
    return this.#persistence?.isOwn ?? this.#isTouched;
  }

  hostUpdated(): void {
    if (this.#host.persist && !this.#loading) {
      this.#load().catch((error: unknown) => this.#site.fail(error));
    }
  }

  /**
   * Wait until what is kept has been restored, or is being offered.
   *
   * @throws PlaygroundError `runtime-unavailable`; the next call tries again.
   */
  async restored(): Promise<void> {
    if (!this.#host.persist) return;
    const persistence = await this.#load().catch(() => (this.#loading = this.#begin()));
    await persistence.restored();
  }

  /** Leave what is kept as it is, neither restored nor written over, until it is released. */
  hold(): void {
    this.#tell(persistence => persistence.hold());
  }

  /** @param fresh Whether what is shown replaces what is kept, instead of going on from it. */
  release(fresh: boolean): void {
    this.#tell(persistence => persistence.release(fresh));
  }

  /** Save it in a moment, or once the site has started. */
  saveSoon(): void {
    this.#isTouched = true;
    this.#persistence?.saveSoon();
  }

  /**
   * The reader's choice.
   *
   * @param accept Whether to go on from what was offered, edits and data, in the page as it is now;
   *   otherwise it is forgotten.
   */
  choose(accept: boolean): void {
    this.#persistence?.choose(accept);
  }

  /** Forget what is kept. */
  async reset(): Promise<void> {
    // Where it cannot be loaded, nothing was restored.
    await this.#loading?.catch(() => {});
    await this.#persistence?.reset();
  }

  #tell(act: (persistence: Persistence) => void): void {
    if (this.#persistence) act(this.#persistence);
    else this.#untold.push(act);
  }

  #load(): Promise<Persistence> {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  async #begin(): Promise<Persistence> {
    const {Persistence: Part} = await loadPart(import('./persistence.js'));
    const persistence = new Part(this.#host, this.#project, this.#site);
    this.#persistence = persistence;
    for (const act of this.#untold.splice(0)) act(persistence);
    if (this.#isTouched) persistence.saveSoon();
    persistence.compare();
    return persistence;
  }
}
