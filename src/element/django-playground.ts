import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {FilesLayout} from '../files/index.js';
import {checkPaths} from '../project/index.js';
import type {Mark} from '../protocol/code.js';
import type {CommandResult} from '../protocol/interpreter.js';
import type {ProjectFile} from '../protocol/project.js';
import {CodePane} from './code-pane.js';
import type {Answer} from './command.js';
import {GivingController} from './giving-controller.js';
import {GivingMethods} from './giving-methods.js';
import {Panes} from './panes.js';
import type {PlaygroundParts} from './parts.js';
import {PersistController} from './persist-controller.js';
import {ProjectController} from './project-controller.js';
import type {FilePlace} from './reader-paths.js';
import {SiteController, type SitePart} from './site-controller.js';
import type {PlaygroundState} from './state.js';
import {ThemeController} from './theme-controller.js';
import {renderAddressBar, renderCover, renderStatus} from './views.js';
import {Workbench} from './workbench.js';

/**
 * A Django site that runs in the reader's browser, made from the files it contains.
 *
 * ```html
 * <django-playground path="/polls/" superuser="admin:admin">
 *   <script type="text/x-django" path="polls/models.py">…</script>
 *   <script type="text/x-django" path="polls/views.py" selected>…</script>
 * </django-playground>
 * ```
 *
 * What a project needs and the author leaves out (settings, `manage.py`, a root URLconf, packages,
 * tables) is supplied; what the author gives always wins.
 *
 * @summary Runs the Django code in a page, in the page.
 * @tag django-playground
 *
 * @attr {string} extends - The step that this one builds on: `#` and the `id` of another playground
 *   of the page, or the address of another page with that. It has the files and the data of that
 *   step, as the reader left them; its own children are added, replace files, or, with `delete`,
 *   remove them. What the reader does is kept as with `persist`.
 *
 * @slot - The files: code blocks with a `data-path`, or `<script type="text/x-django" path="…">`; and
 *   `<script type="text/x-requirements">`, which is a `requirements.txt`.
 * @slot title - What the playground is called, in its toolbar.
 * @slot output - A picture or text that stands in the output's place until the site runs.
 * @slot toolbar - Further controls, before those of the toolbar.
 *
 * @event {PlaygroundStateEvent} django-playground-state - It went from one state to another.
 * @event {PlaygroundProgressEvent} django-playground-progress - A stage of the start was reached.
 * @event {PlaygroundResponseEvent} django-playground-response - A page of the site was shown.
 * @event {PlaygroundOutputEvent} django-playground-output - Python printed or logged something.
 * @event {PlaygroundNoteEvent} django-playground-note - Something was supplied to the project.
 * @event {PlaygroundFilesEvent} django-playground-files - Django wrote or removed files.
 * @event {PlaygroundChangeEvent} django-playground-change - The reader changed the files.
 * @event {PlaygroundRequestEvent} django-playground-request - Django answered any request.
 * @event {PlaygroundMailEvent} django-playground-mail - The site sent an e-mail.
 * @event {PlaygroundConsoleEvent} django-playground-console - The console got a line.
 * @event {PlaygroundCommandEvent} django-playground-command - A management command has ended.
 * @event {PlaygroundLargeEvent} django-playground-large - It fills the window, or no more.
 * @event {PlaygroundErrorEvent} django-playground-error - Something failed that is not Django's.
 */
export class DjangoPlayground extends GivingMethods {
  static override properties: PropertyDeclarations = {path: {noAccessor: true}};

  readonly #screen: HTMLElement = Object.assign(document.createElement('div'), {
    className: 'screen',
  });
  readonly #site = new SiteController(this, this.#screen);
  readonly #project = new ProjectController(this, error =>
    error ? this.#site.fail(error) : this.#site.recover(),
  );
  readonly #persist = new PersistController(this, this.#project, this.#site);
  readonly #code = new CodePane(this, this.#project, {
    run: () => this.#onRun(),
    forgetWritten: path => this.#site.forgetWritten(this.#project.storedPath(path)),
  });
  readonly #workbench = new Workbench(
    this,
    this.#site,
    this.#project,
    marks => (this.#code.marks = marks),
  );
  readonly #panes = new Panes(this);
  readonly #theme = new ThemeController(this, this.#panes);
  /** @internal */
  readonly parts: PlaygroundParts = {
    project: this.#project,
    site: this.#site,
    persist: this.#persist,
    workbench: this.#workbench,
    panes: this.#panes,
    say: notice => this.giving.say(notice),
    forget: () => this.#workbench.clear(),
  };
  protected override readonly giving = new GivingController(this, this.parts);
  /** @internal The files that the site runs with. */
  ran: readonly ProjectFile[] = [];
  #path = '/';

  constructor() {
    super();
    this.addController(this.#theme);
  }

  /** The project's files as they are now. Setting them replaces the author's. */
  get files(): readonly ProjectFile[] {
    return this.#project.files;
  }

  set files(files: readonly ProjectFile[] | FilesLayout) {
    // Frameworks set a property where there is one of an attribute's name.
    if (typeof files === 'string') this.filesLayout = files;
    else this.#project.replace(checkPaths(files));
  }

  /** Path of the page that is shown, or that will be shown first. Setting it goes there. */
  get path(): string {
    return this.#site.address ?? this.#path;
  }

  set path(path: string) {
    const isShown = path === this.path;
    this.#path = path;
    // Frameworks set again what has not changed.
    if (this.#site.address !== undefined && !isShown) void this.#site.go(path);
    this.requestUpdate();
  }

  /** Where it is in its life. */
  get state(): PlaygroundState {
    return this.#site.state;
  }

  /**
   * Start the site, or start it again with the files as they are now. What Django wrote before is
   * carried over.
   *
   * @throws PlaygroundError saying what went wrong and what to do; `stopped` when overtaken.
   */
  async run(): Promise<void> {
    await this.launch(false);
  }

  /** @internal */
  async launch(isQuiet: boolean): Promise<void> {
    try {
      await this.#project.load();
      await this.giving.gate.decided();
      await this.#persist.restored();
      const {files} = this;
      this.#workbench.clear();
      // Who runs the site wants to see it.
      if (!isQuiet) this.#panes.show('output');
      this.ran = files;
      const pristine = this.#project.isPristine;
      const options = {files, attributes: this, pristine, isQuiet};
      await this.#site.launch(options, this.#path);
    } catch (error) {
      this.#site.fail(error);
      throw error;
    }
  }

  /** End whatever the site is doing, at once. What Django had written stays. */
  async stop(): Promise<void> {
    this.#site.stop();
  }

  /**
   * Ask the site without showing the answer. It is started if it is not running; cookies are those
   * of the output, redirects are followed.
   *
   * @param path e.g. `/polls/1/vote/`.
   * @param init as for `fetch`.
   * @throws PlaygroundError e.g. `response-too-large`, `stopped`.
   */
  async request(path: string, init?: RequestInit): Promise<Response> {
    const {toNavigation, toResponse} = await this.#site.loadPart();
    const navigation = await toNavigation(path, init);
    await this.start();
    return toResponse(await this.#site.running.view.request(navigation));
  }

  /**
   * Run a management command. The site is started if it is not running.
   *
   * @param args as after `manage.py`, e.g. `['showmigrations', 'polls']`.
   * @param options.stdin what the command reads from its standard input.
   * @param options.answer asked for an answer to each question beyond that; without it, a command
   *   that asks fails. To ask, the command is ended without a trace in files or databases and run
   *   again with all answers so far.
   */
  async manage(
    args: readonly string[],
    {stdin = '', answer}: {stdin?: string; answer?: Answer} = {},
  ): Promise<CommandResult> {
    return this.#workbench.manage(args, stdin, answer);
  }

  /** What is to be said about lines of the files: exceptions, checks. */
  get marks(): readonly Mark[] {
    return this.#workbench.marks;
  }

  /** Show a place in the project's files, and put the focus there. */
  reveal({path, line}: FilePlace): void {
    this.#panes.show('code');
    void this.#code.reveal(path, line);
  }

  /** @internal */
  leaveOutput(): void {
    this.renderRoot.querySelector<HTMLElement>('.address input')?.focus();
  }

  /** @internal */
  equip({WorkbenchPart}: SitePart): void {
    this.#workbench.equip(WorkbenchPart);
  }

  /** @internal Have a site that runs. */
  async start(): Promise<void> {
    if (this.state === 'idle' || this.state === 'failed') await this.run();
  }

  /** For the buttons: nobody waits for the promise, and its failure is already shown. */
  #pressed(action: Promise<unknown>): void {
    action.catch(() => {});
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#theme.late;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const {strings} = this;
    const site = this.#site;
    const frozen = !site.hasShown && this.querySelector(':scope > [slot="output"]');
    return html`
      <div class="playground" @keydown=${this.#onKeydown}>
        <div class="head">
          ${this.giving.renderToolbar({run: this.#onRun, stop: () => this.#pressed(this.stop())})}
          ${this.giving.renderNotice()}
          ${this.#persist.render(strings, accept => this.#choose(accept))}
          ${this.#panes.renderTabs()}
        </div>
        ${this.#panes.render(
          this.#code.render(),
          html`${renderAddressBar(site, this.path, strings, {
              back: () => void site.visit(shown => shown.traverse(-1)),
              forward: () => void site.visit(shown => shown.traverse(1)),
              reload: () => void site.visit(shown => shown.reload()),
              go: address => (site.address ? void site.go(address) : (this.path = address)),
            })}
            <div class="stage ${frozen ? 'frozen' : ''}">
              ${this.#screen} ${frozen ? html`<slot name="output"></slot>` : nothing}
              ${renderCover(site, strings, this.#onRun)}
            </div>`,
        )}
        ${renderStatus(site, this.ran !== this.files && !this.live, strings)}
        ${this.#workbench.render()}
      </div>
    `;
  }

  #choose(accept: boolean): void {
    this.#persist.choose(accept);
    // The button vanishes, and the focus goes on to what was chosen.
    this.renderRoot.querySelector<HTMLElement>('.code')?.focus();
    if (accept && this.state !== 'idle') this.#pressed(this.run());
  }

  /** Somebody pressed Run, which is a choice of what is shown. */
  readonly #onRun = (): void => {
    this.giving.useLink();
    this.#pressed(this.run());
  };

  /** Ctrl+Enter or ⌘+Enter runs, wherever the focus is. */
  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#onRun();
  }
}
