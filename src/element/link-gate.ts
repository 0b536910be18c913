import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {PlaygroundError} from '../protocol/failure.js';

/** How a fragment begins that carries a project. */
const PREFIX = '#django-playground=';

const UNASKED = {code: 'stopped', message: 'Press Run to start this version.'} as const;

/**
 * Keeps a playground from running for as long as nobody has decided on the version of its project
 * that the page's address carries. What is done with that is loaded when there is one.
 */
export class LinkGate implements ReactiveController {
  readonly #onlink: (fragment: string) => void;
  /** Told whether the link's version was chosen. */
  readonly #waiting = new Set<(isUsed: boolean) => void>();
  #fragment: string | undefined;

  /** @param onlink Told of a fragment that is to be decided on. */
  constructor(host: ReactiveControllerHost, onlink: (fragment: string) => void) {
    this.#onlink = onlink;
    host.addController(this);
  }

  /** The fragment that is being decided on. */
  get fragment(): string | undefined {
    return this.#fragment;
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
    if (this.#fragment === undefined) return;
    const isUsed = await new Promise<boolean>(resolve => this.#waiting.add(resolve));
    if (isUsed) throw new PlaygroundError(UNASKED);
  }

  /** @param isUsed Whether the playground goes on with what the link brought. */
  decide(isUsed: boolean): void {
    this.#fragment = undefined;
    for (const tell of this.#waiting) tell(isUsed);
    this.#waiting.clear();
  }

  readonly #read = (): void => {
    const {hash} = location;
    if (!hash.startsWith(PREFIX) || hash === this.#fragment) return;
    this.#fragment = hash;
    this.#onlink(hash);
  };
}
