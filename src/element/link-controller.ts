import type {ReactiveController} from 'lit';
import {checkFiles} from '../project/index.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {ProjectFile} from '../protocol/project.js';
import {PlaygroundErrorEvent} from './events.js';
import type {GivingHost, GivingParts} from './giving-controller.js';
import type {Notice} from './notice.js';

/** How a page's address carries a project, and the `id` of whose it is. */
const FRAGMENT = /^#django-playground=([^&]*)(?:&for=([^&]*))?$/;

const UNASKED = {code: 'stopped', message: 'Press Run to start this version.'} as const;

interface LinkActions {
  decode(text: string): Promise<readonly ProjectFile[]>;
  say(notice: Notice | undefined): void;
}

/**
 * A version of the project that the page's address brought. It is shown, but it is not run, and
 * what the reader did here before stays as it is, until the reader has chosen.
 */
export class LinkController implements ReactiveController {
  readonly #host: GivingHost;
  readonly #parts: GivingParts;
  readonly #actions: LinkActions;
  /** The fragment that is being decided on. */
  #open: string | undefined;
  /** The reader's own files, while those of the link are shown. */
  #mine: readonly ProjectFile[] | undefined;
  /** Told whether the link's version was chosen. */
  readonly #waiting = new Set<(isUsed: boolean) => void>();

  constructor(host: GivingHost, parts: GivingParts, actions: LinkActions) {
    this.#host = host;
    this.#parts = parts;
    this.#actions = actions;
    host.addController(this);
  }

  /** Whether the reader has still to choose. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read);
  }

  /**
   * Wait for the reader's choice.
   *
   * @throws PlaygroundError `stopped` where it was the link's version, which nothing but a press of
   *   Run may start.
   */
  async decided(): Promise<void> {
    if (!this.isOpen) return;
    const isUsed = await new Promise<boolean>(resolve => this.#waiting.add(resolve));
    if (isUsed) throw new PlaygroundError(UNASKED);
  }

  /** Go on with what the link brought. */
  use(): void {
    const {project, site, persist} = this.#parts;
    const files = project.files;
    if (!this.#mine) return;
    this.#mine = undefined;
    site.forget();
    project.reset();
    project.turnInto(files);
    this.#end(true);
    persist.release(true);
  }

  /** Go back to what was there before. */
  refuse(): void {
    const {project, persist} = this.#parts;
    if (this.#mine) project.turnInto(this.#mine);
    this.#mine = undefined;
    this.#end(false);
    persist.release(false);
  }

  readonly #read = (): void => {
    const {hash} = location;
    const [, text, id] = FRAGMENT.exec(hash) ?? [];
    if (text === undefined || hash === this.#open) return;
    if (this.#mine) this.refuse();
    this.#open = hash;
    this.#parts.persist.hold();
    void this.#show(hash, text, id === undefined ? '' : decode(id));
  };

  async #show(hash: string, text: string, id: string): Promise<void> {
    const {project} = this.#parts;
    // What the author's files lack is said by whoever runs them.
    await project.load().catch(() => {});
    if (this.#open !== hash) return;
    if (!isAddressed(this.#host, id)) return this.#leave();
    try {
      const files = checkFiles(await this.#actions.decode(text));
      if (this.#open !== hash) return;
      this.#mine = project.files;
      project.turnInto(files);
      this.#ask();
    } catch (error) {
      if (this.#open !== hash) return;
      this.refuse();
      this.#complain(error);
    }
  }

  #ask(): void {
    const {giving} = this.#host.strings;
    const text = [giving.linkOpened, ...(this.#host.persist ? [giving.linkReplaces] : [])];
    this.#actions.say({
      text: text.join(' '),
      choices: [
        {label: giving.useLink, act: () => this.#choose(() => this.use())},
        {label: giving.refuseLink, act: () => this.#choose(() => this.refuse())},
      ],
    });
  }

  /** The buttons vanish, and the focus goes on to what was chosen. */
  #choose(choice: () => void): void {
    choice();
    this.#host.renderRoot.querySelector<HTMLElement>('.code')?.focus();
  }

  #complain(error: unknown): void {
    const {giving} = this.#host.strings;
    const failure =
      error instanceof PlaygroundError && error.code === 'runtime-unavailable'
        ? error
        : new PlaygroundError({
            code: 'bad-link',
            message: error instanceof Error ? error.message : String(error),
          });
    this.#actions.say({
      text: failure.message,
      choices: [{label: giving.dismiss, act: () => this.#actions.say(undefined)}],
    });
    this.#host.dispatchEvent(new PlaygroundErrorEvent(failure));
  }

  /** The address has done its work. Others that are in it stay. */
  #end(isUsed: boolean): void {
    if (location.hash === this.#open) {
      history.replaceState(history.state, '', location.pathname + location.search);
    }
    this.#actions.say(undefined);
    this.#decide(isUsed);
  }

  /** The address is of another playground. */
  #leave(): void {
    this.#decide(false);
    this.#parts.persist.release(false);
  }

  #decide(isUsed: boolean): void {
    this.#open = undefined;
    for (const tell of this.#waiting) tell(isUsed);
    this.#waiting.clear();
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
