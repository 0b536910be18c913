import type {ReactiveController, TemplateResult} from 'lit';
import {shownPaths} from '../project/index.js';
import type {SavedState} from '../protocol/storage.js';
import type {ChainStep} from './chain-step.js';
import {PlaygroundFilesEvent, PlaygroundResponseEvent, PlaygroundStateEvent} from './events.js';
import {Keeper, versionOf, type Work} from './keeper.js';
import {loadPart} from './load-part.js';
import type {PersistHost} from './persist-controller.js';
import {renderOffer} from './offer.js';
import {toPlayground} from './parts.js';
import type {ProjectController} from './project-controller.js';
import {savedOf, withSaved} from './saved-files.js';
import type {SiteController} from './site-controller.js';
import {stateKey} from './state-key.js';
import type {Strings} from './strings.js';
import {WrittenSources} from './written-sources.js';

/** Milliseconds between a change and its being saved, so that many of them are saved at once. */
const PAUSE = 500;

/**
 * Keeps what the reader does to a playground with `persist`, and restores it on the next visit.
 * What belongs to other files than the author's of now is only offered: until the reader has
 * chosen, it stays as it is and nothing else is saved. Loaded when it is needed.
 */
export class Persistence implements ReactiveController {
  readonly #host: PersistHost;
  readonly #project: ProjectController;
  readonly #site: SiteController;
  #keeper: Keeper | undefined;
  /** Names the playground, by where it was when that was first of interest. */
  #key = '';
  /** What the author's project consisted of when it was last compared with what is kept. */
  #compared: readonly unknown[] = [];
  #restoring: Promise<void> | undefined;
  #isRestoring = false;
  /** Whether the playground goes on from what was kept. */
  #isRestored = false;
  /** Whether anything has been done to it since. */
  #isTouched = false;
  /** Whether it goes on from the reader's own work, now or on an earlier visit. */
  #isOwn = false;
  /** There is one where it goes on from other playgrounds until then. */
  #step: ChainStep | undefined;
  #offer: SavedState | undefined;
  #timer: number | undefined;
  #isHeld = false;
  /** Whether what is kept is no more what the playground goes on from. */
  #isFresh = false;

  constructor(host: PersistHost, project: ProjectController, site: SiteController) {
    this.#host = host;
    this.#project = project;
    this.#site = site;
    project.equip(WrittenSources);
    host.addController(this);
    host.addEventListener(PlaygroundFilesEvent.type, () => this.saveSoon());
    host.addEventListener(PlaygroundResponseEvent.type, () => this.saveSoon());
    host.addEventListener(PlaygroundStateEvent.type, ({state}) => {
      if (state === 'starting') {
        this.#isOwn = true;
        this.#save();
      }
      if (state !== 'ready') return;
      if (!this.#isRestored) this.#keeper?.noteStarted(this.#site.saved);
      this.#site.running.onStored ??= () => this.saveSoon();
    });
  }

  /** The choice between what is kept and the page as it is now, where there is one. */
  render(strings: Strings, choose: (accept: boolean) => void): TemplateResult | undefined {
    return this.#offer ? renderOffer(strings, choose) : this.#step?.render();
  }

  /** Whether the reader has done anything to it, now or on an earlier visit. */
  get isOwn(): boolean {
    return this.#isOwn;
  }

  /** Whether anything is kept that could be forgotten. */
  get isKeeping(): boolean {
    return this.#keeper?.isKeeping ?? false;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onHide);
    addEventListener('pagehide', this.#onHide);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onHide);
    removeEventListener('pagehide', this.#onHide);
    this.#save();
  }

  hostUpdated(): void {
    this.compare();
  }

  /**
   * Wait until what is kept has been restored, or is being offered, and whatever comes from earlier
   * steps of a chain is there as it is now.
   */
  async restored(): Promise<void> {
    this.compare();
    await this.#restoring?.catch(() => (this.#restoring = this.#restore()));
    await this.#follow();
  }

  /** Leave what is kept as it is, neither restored nor written over, until it is released. */
  hold(): void {
    this.#save();
    this.#isHeld = true;
  }

  /** @param fresh Whether what is shown replaces what is kept, instead of going on from it. */
  release(fresh: boolean): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    if (!fresh) return this.compare();
    this.#isFresh = true;
    this.#isRestored = false;
    this.#compared = [];
    this.compare();
    this.saveSoon();
  }

  /** Save it in a moment, or once the site has started. */
  saveSoon(): void {
    this.#isTouched = true;
    this.#isOwn = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#site.state === 'starting') this.saveSoon();
      else this.#save();
    }, PAUSE);
  }

  /**
   * The reader's choice.
   *
   * @param accept Whether to go on from what was offered, edits and data, in the page as it is now;
   *   otherwise it is forgotten.
   */
  choose(accept: boolean): void {
    const offer = this.#offer;
    const isUntouched = this.#site.state === 'idle' && this.#project.isPristine;
    this.#offer = undefined;
    if (accept && offer) {
      this.#project.reset();
      this.#continueFrom(offer);
    } else {
      this.#keeper?.forget();
    }
    this.#host.requestUpdate();
    this.saveSoon();
    if (!accept && isUntouched) this.#beginAnew();
  }

  /** Forget what is kept. */
  async reset(): Promise<void> {
    await this.#restoring?.catch(() => {
      // Then nothing was restored.
    });
    this.#offer = undefined;
    this.#isRestored = false;
    this.#keeper?.reset();
    this.#beginAnew();
  }

  /** A step begins with what comes from the steps before. */
  #beginAnew(): void {
    if (!this.#step) return;
    this.#isOwn = false;
    this.#isTouched = false;
    this.#compared = [];
    this.#host.requestUpdate();
  }

  readonly #onHide = ({type}: Event): void => {
    if (type === 'pagehide' || document.visibilityState === 'hidden') this.#save();
  };

  /** Compare the author's project with what is kept, as long as nothing has been done to it. */
  compare(): void {
    const {persist, django, superuser, bare} = this.#host;
    const {original} = this.#project;
    if (!persist || this.#isHeld || original.length === 0) return;
    const project = [original, django, superuser, bare];
    if (project.every((part, index) => part === this.#compared[index])) return;
    if (this.#compared.length > 0 && this.#isTouched) return;
    this.#compared = project;
    this.#key ||= stateKey(this.#host, location.href);
    this.#restoring = this.#restore();
    this.#restoring.catch((error: unknown) => this.#site.fail(error));
  }

  async #restore(): Promise<void> {
    const project = this.#compared;
    this.#isRestoring = true;
    if (this.#isRestored) this.#takeBack();
    this.#offer = undefined;
    this.#keeper ??= new Keeper(this.#key);
    const state = await this.#keeper.read();
    if (project !== this.#compared) return;
    await this.#prepareStep();
    this.#isRestoring = false;
    if (!state) return this.#follow();
    if (this.#isFresh) return;
    this.#isOwn = true;
    if (state.version === this.#version() && this.#site.state === 'idle') this.#continueFrom(state);
    // An address and cookies alone are no work that could be lost.
    else if (isWork(state)) this.#offer = state;
    this.#host.requestUpdate();
  }

  async #prepareStep(): Promise<void> {
    const playground = toPlayground(this.#host);
    if (this.#step || !playground?.hasAttribute('extends')) return;
    const {ChainStep: Step} = await loadPart(import('./chain-step.js'));
    this.#step ??= new Step(playground, () => {
      this.#follow().catch((error: unknown) => this.#site.fail(error));
    });
  }

  /** Have what comes from the steps before, for as long as there is no work of the reader's own. */
  async #follow(): Promise<void> {
    if (!this.#step || this.#isOwn || this.#isFresh || this.#isHeld) return;
    const work = await this.#step.carry();
    if (this.#isOwn) return;
    if (this.#isRestored) this.#takeBack();
    this.#continueFrom(work);
    this.#host.requestUpdate();
  }

  #continueFrom(state: Work): void {
    this.#isRestored = true;
    this.#project.turnInto(
      // Files that were changed since stay as they are.
      withSaved(this.#project.files, state, path => this.#project.changed.has(path)),
    );
    const own = new Set(this.#project.files.map(({path}) => path));
    const known = new Set(this.#project.original.map(({path}) => path));
    // A source that Django wrote and the reader then changed is the reader's.
    const shownPath = shownPaths(this.#project.files);
    const isMine = (path: string): boolean => own.has(path) && !known.has(path);
    const written = state.written.filter(({path}) => !isMine(shownPath(path)));
    this.#project.applyWritten(written);
    const {cookies, storages, visitors, address, ran} = state;
    this.#site.continueFrom({
      written,
      cookies,
      ...(storages && {storages}),
      ...(visitors && {visitors}),
      ...(address !== undefined && {address}),
      ...(ran && {ran}),
    });
  }

  /** The author's project turns out to be another one than that which was restored. */
  #takeBack(): void {
    this.#isRestored = false;
    this.#project.reset();
    this.#site.forget();
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#host.persist || this.#isHeld || this.#offer) return;
    // What came from other steps is theirs.
    if (this.#step && !this.#isOwn) return;
    if (this.#isRestoring) {
      // What was done so soon is saved together with what is restored.
      if (this.#isTouched)
        void this.#restoring?.then(
          () => this.#save(),
          () => {},
        );
      return;
    }
    this.#keeper?.save(this.#version(), {...savedOf(this.#project), ...this.#site.saved});
  }

  #version(): string {
    const {django, superuser, bare} = this.#host;
    return versionOf(this.#project.original, [django, superuser, bare]);
  }
}

function isWork({edits, bytes = [], removed = [], order = [], written}: SavedState): boolean {
  const parts = [Object.keys(edits), bytes, removed, order, written];
  return parts.some(({length}) => length > 0);
}
