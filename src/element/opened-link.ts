import {decodeFiles, type GivingStrings} from '../giving/index.js';
import {checkFiles} from '../project/index.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {ProjectFile} from '../protocol/project.js';
import {PlaygroundErrorEvent} from './events.js';
import type {GivingHost, GivingParts} from './giving-controller.js';
import type {LinkGate} from './link-gate.js';
import type {Notice} from './notice.js';

/** How a page's address carries a project, and the `id` of whose it is. */
const FRAGMENT = /^#django-playground=([^&]*)(?:&for=([^&]*))?$/;

/** The parts of an {@link OpenedLink}. */
export interface LinkParts extends GivingParts {
  readonly gate: LinkGate;
  readonly strings: GivingStrings;
  say(notice: Notice | undefined): void;
}

/**
 * A version of the project that the page's address brought. It is shown, but it is not run, and
 * what the reader did here before stays as it is, until the reader has chosen.
 */
export class OpenedLink {
  readonly #host: GivingHost;
  readonly #parts: LinkParts;
  readonly #fragment: string;
  /** The reader's own files, while those of the link are shown. */
  #mine: readonly ProjectFile[] | undefined;

  constructor(host: GivingHost, fragment: string, parts: LinkParts) {
    this.#host = host;
    this.#fragment = fragment;
    this.#parts = parts;
  }

  /** Show what it brought, and ask what is to become of it; or say why that cannot be. */
  async show(): Promise<void> {
    const {project, persist} = this.#parts;
    const [, text = '', id = ''] = FRAGMENT.exec(this.#fragment) ?? [];
    // What the author's files lack is said by whoever runs them.
    await project.load().catch(() => {});
    if (!this.#isOpen) return;
    if (!isAddressed(this.#host, decode(id))) {
      this.#decide(false);
      persist.release(false);
      return;
    }
    try {
      const files = checkFiles(decodeFiles(text));
      this.#mine = project.files;
      project.turnInto(files);
      this.#ask();
    } catch (error) {
      this.refuse();
      this.#complain(error);
    }
  }

  /** Go on with what it brought. */
  use(): void {
    if (!this.#mine) return;
    const {project, site, persist} = this.#parts;
    const {files} = project;
    site.forget();
    project.reset();
    project.turnInto(files);
    this.#end(true);
    persist.release(true);
  }

  /** Go back to what was there before. */
  refuse(): void {
    if (!this.#isOpen) return;
    const {project, persist} = this.#parts;
    if (this.#mine) project.turnInto(this.#mine);
    this.#end(false);
    persist.release(false);
  }

  /** Another link was opened: what was there before this one is there again. */
  giveWay(): void {
    if (this.#mine) this.#parts.project.turnInto(this.#mine);
    this.#mine = undefined;
  }

  get #isOpen(): boolean {
    return this.#parts.gate.fragment === this.#fragment;
  }

  #ask(): void {
    const {strings, say} = this.#parts;
    const text = [strings.linkOpened, ...(this.#host.persist ? [strings.linkReplaces] : [])];
    say({
      text: text.join(' '),
      choices: [
        {label: strings.useLink, act: () => this.#choose(() => this.use())},
        {label: strings.refuseLink, act: () => this.#choose(() => this.refuse())},
      ],
    });
  }

  /** The buttons vanish, and the focus goes on to what was chosen. */
  #choose(choice: () => void): void {
    choice();
    this.#host.renderRoot.querySelector<HTMLElement>('.code')?.focus();
  }

  #complain(error: unknown): void {
    const {strings, say} = this.#parts;
    const message = error instanceof Error ? error.message : String(error);
    const failure = new PlaygroundError({code: 'bad-link', message}, {cause: error});
    say({text: message, choices: [{label: strings.dismiss, act: () => say(undefined)}]});
    this.#host.dispatchEvent(new PlaygroundErrorEvent(failure));
  }

  /** The address has done its work. Others that are in it stay. */
  #end(isUsed: boolean): void {
    this.#mine = undefined;
    if (location.hash === this.#fragment) {
      history.replaceState(history.state, '', location.pathname + location.search);
    }
    this.#parts.say(undefined);
    this.#decide(isUsed);
  }

  #decide(isUsed: boolean): void {
    this.#parts.gate.decide(isUsed);
    this.#host.requestUpdate();
  }
}

/** Whether a link is for this playground: by its id or, where none has that, as the first. */
function isAddressed(playground: Element, id: string): boolean {
  const root = playground.getRootNode() as Document | ShadowRoot;
  const all = [...root.querySelectorAll(playground.localName)];
  return playground === (all.find(each => id !== '' && each.id === id) ?? all[0]);
}

/** What a person typed may be no encoding of anything. */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
