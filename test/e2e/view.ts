import type {InPage, Json, Scope, Target} from './drivers/driver.js';
import {describeLocator, locate, visibleText, type Locator} from './locator.js';
import {until} from './until.js';

/** How drivers call an element that is in its document no more. */
const GONE = /not attached|detached|stale element|no such (?:node|element)/i;

/**
 * What a person sees and does in one document. Everything waits until it can be done, and says
 * what it waited for when it cannot.
 */
export class View {
  readonly #what: string;
  readonly #scope: () => Promise<Scope>;
  readonly #within: string | null;

  /**
   * @param what for messages, e.g. `the output`.
   * @param scope the document, asked for anew each time because it may have been replaced.
   * @param within selector of the element that is looked at; the whole document when left out.
   */
  constructor(what: string, scope: () => Promise<Scope>, within: string | null = null) {
    this.#what = what;
    this.#scope = scope;
    this.#within = within;
  }

  async click(locator: Locator): Promise<void> {
    await this.#act(locator, target => target.click());
  }

  /** Asks for its menu. */
  async clickRight(locator: Locator): Promise<void> {
    await this.#act(locator, target => target.clickRight());
  }

  async type(locator: Locator, text: string): Promise<void> {
    await this.#act(locator, target => target.type(text));
  }

  async choose(locator: Locator, path: string): Promise<void> {
    await this.#act(locator, target => target.choose(path));
  }

  /** What was found may be drawn anew before it is acted on; then the new one is. */
  async #act(locator: Locator, act: (target: Target) => Promise<void>): Promise<void> {
    for (;;) {
      const target = await this.find(locator);
      try {
        return await act(target);
      } catch (error) {
        if (!GONE.test(String(error))) throw error;
      }
    }
  }

  /** The first element of that kind, once there is one. */
  find(locator: Locator): Promise<Target> {
    return until(`${this.#what} has ${describeLocator(locator)}`, () => this.look(locator));
  }

  /** The first element of that kind that there is now. */
  async look(locator: Locator): Promise<Target | null> {
    return (await this.#scope()).find(locate, locator, this.#within);
  }

  /** The text that can be seen now. */
  async text(): Promise<string> {
    return (await this.#scope()).evaluate(visibleText, this.#within);
  }

  /** Waits until a text can be seen. */
  async shows(text: string): Promise<void> {
    let seen = '';
    await until(
      `${this.#what} shows "${text}"`,
      async () => (seen = await this.text()).includes(text),
      {instead: () => `It shows:\n${seen}`},
    );
  }

  /** Runs a function in the document. */
  async evaluate<Args extends readonly Json[], Result>(
    run: InPage<Args, Result | Promise<Result>>,
    ...args: Args
  ): Promise<Result> {
    // While a page is on its way there may be no document.
    const scope = await until(`${this.#what} has a document`, this.#scope);
    return scope.evaluate(run, ...args);
  }
}
