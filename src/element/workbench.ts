import {html, nothing, type TemplateResult} from 'lit';
import type {Mark} from '../protocol/code.js';
import type {CommandResult} from '../protocol/interpreter.js';
import type {Answer} from './command.js';
import type {LiveHost} from './live-controller.js';
import type {ProjectController} from './project-controller.js';
import type {SiteController} from './site-controller.js';
import type {WorkbenchPart} from './workbench-part.js';

/**
 * What there is beside a site that runs: a console, and what is to be said about the files. It comes
 * with the site; until then there is only the console's bar.
 */
export class Workbench {
  readonly #host: LiveHost;
  readonly #site: SiteController;
  readonly #project: ProjectController;
  readonly #onMarks: (marks: readonly Mark[]) => void;
  #part: WorkbenchPart | undefined;

  /**
   * @param project Whose files can be shown.
   * @param onMarks Called with the marks whenever they are others.
   */
  constructor(
    host: LiveHost,
    site: SiteController,
    project: ProjectController,
    onMarks: (marks: readonly Mark[]) => void,
  ) {
    this.#host = host;
    this.#site = site;
    this.#project = project;
    this.#onMarks = onMarks;
  }

  /** What is to be said about lines of the files. */
  get marks(): readonly Mark[] {
    return this.#part?.marks ?? [];
  }

  /** Take what was loaded. */
  equip(Part: typeof WorkbenchPart): void {
    this.#part ??= new Part(this.#host, this.#site, this.#project, this.#onMarks);
    this.#host.requestUpdate();
  }

  /** Begin the console anew, as each run does. */
  clear(): void {
    this.#part?.console.clear();
  }

  /** Run a command to its end. The site is started if it is not running. */
  async manage(
    args: readonly string[],
    stdin: string,
    answer: Answer | undefined,
  ): Promise<CommandResult> {
    await this.#host.start();
    const {console} = await this.#loaded();
    return console.manage(args, stdin, answer);
  }

  render(): TemplateResult {
    const {strings} = this.#host;
    const {isOpen = false, unseen = 0} = this.#part?.console ?? {};
    return html`
      <div class="console" part="console" role="group" aria-label=${strings.console}>
        <button
          type="button"
          class="console-toggle"
          part="console-toggle"
          aria-expanded=${isOpen}
          aria-controls="console"
          @click=${this.#toggle}
        >
          ${strings.console}
          ${unseen > 0 ? html`<span class="count">${strings.newLines(unseen)}</span>` : nothing}
        </button>
        <div id="console" ?hidden=${!isOpen}>${this.#part?.console.render() ?? nothing}</div>
      </div>
    `;
  }

  /**
   * Run a command as if it were typed into the console, which opens. The site is started if it is
   * not running.
   *
   * @returns its exit code; nothing where it did not come to its end, which has been said.
   */
  async enter(command: string): Promise<number | undefined> {
    const {console} = await this.#loaded();
    return console.enter(command);
  }

  readonly #toggle = async (): Promise<void> => {
    try {
      const {console} = await this.#loaded();
      await console.toggle();
    } catch (error) {
      this.#site.fail(error);
    }
  };

  async #loaded(): Promise<WorkbenchPart> {
    const {WorkbenchPart: Part} = await this.#site.loadPart();
    this.equip(Part);
    return this.#part as WorkbenchPart;
  }
}
