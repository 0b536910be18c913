import {html, type ReactiveController, type TemplateResult} from 'lit';
import {matchRuns, type ChainStrings, type Step} from '../chain/index.js';
import {toNote} from '../console/index.js';
import type {DjangoPlaygroundFiles} from '../files/index.js';
import type {ProjectFile} from '../protocol/project.js';
import {carryTo, type CarriedWork} from './chain-work.js';
import {stepsOf} from './chain.js';
import {PlaygroundCommandEvent} from './console-events.js';
import {PlaygroundChangeEvent, PlaygroundFilesEvent, PlaygroundStateEvent} from './events.js';
import type {SavedSite} from '../protocol/storage.js';
import type {Work} from './keeper.js';
import {loadPart} from './load-part.js';
import {noticeBody, type Notice} from './notice.js';
import type {PartedPlayground} from './parts.js';

/** Milliseconds between a change of an earlier step and its being seen here. */
const PAUSE = 300;

/** Characters of a command that are shown. */
const LONG = 40;

/** Commands of a step that were not run. */
export interface Skipped {
  /** Of the step, in the chain. */
  readonly index: number;
  /** As it is written. */
  readonly command: string;
  /** As it is noted once it has run. */
  readonly line: string;
}

/**
 * A step of a chain: what comes to it from the steps before, and the choices that its reader has
 * about that. Loaded with the first one of a page.
 */
export class ChainStep implements ReactiveController {
  readonly #host: PartedPlayground;
  readonly #onchange: () => void;
  readonly #followed = new Set<Element>();
  #carried: CarriedWork | undefined;
  #strings: ChainStrings | undefined;
  #isConflictShown = false;
  #isSkippedShown = true;
  /** What is said instead of what was skipped: how far catching up is, how it ended. */
  #told: Notice | undefined;
  #timer: number | undefined;

  /** @param onchange told when an earlier step in the page is another one. */
  constructor(host: PartedPlayground, onchange: () => void) {
    this.#host = host;
    this.#onchange = onchange;
    host.addController(this);
    for (const type of [PlaygroundCommandEvent.type, PlaygroundStateEvent.type]) {
      host.addEventListener(type, () => host.requestUpdate());
    }
  }

  get steps(): readonly Step[] {
    return stepsOf(this.#host);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const element of this.#followed) this.#unfollow(element);
    this.#followed.clear();
  }

  /**
   * What comes to this step from those before it.
   *
   * @throws PlaygroundError `runtime-unavailable`.
   */
  async carry(): Promise<Work> {
    const {steps} = this;
    this.#strings = await loadPart(this.#host.strings.chain());
    for (const {element, isHere} of steps.slice(0, -1)) if (isHere) this.#follow(element);
    const carried = await carryTo(steps);
    this.#carried = carried;
    this.#isConflictShown = carried.conflicts.length > 0;
    return {...(carried.files.get(steps.length - 1) ?? {edits: {}}), ...carried.site};
  }

  /** The choices there are. */
  render(): TemplateResult {
    const notices = [this.#conflictNotice(), this.#told ?? this.#skippedNotice()];
    return html`${notices.map(noticeBody)}`;
  }

  /** Commands of the steps before that a site has not run. */
  #skippedOf({ran = []}: SavedSite): readonly Skipped[] {
    const commands = this.steps.slice(0, -1).map(step => step.commands);
    const lines = commands.map(each => each.map(toNote));
    const done = matchRuns(lines, ran);
    return commands.flatMap((each, index) =>
      each.flatMap((command, at) =>
        done[index]?.[at] ? [] : [{index, command, line: lines[index]?.[at] ?? command}],
      ),
    );
  }

  #conflictNotice(): Notice | undefined {
    const {conflicts = []} = this.#carried ?? {};
    const strings = this.#strings;
    if (!strings || !this.#isConflictShown) return undefined;
    const isThere = (path: string): boolean => this.#find(path) !== undefined;
    // The reader may have deleted them meanwhile.
    const open = conflicts.filter(({mine}) => isThere(mine));
    const first = open.find(({path}) => isThere(path));
    if (open.length === 0) return undefined;
    return {
      text: strings.conflict(
        open.map(({path}) => path),
        open.map(({mine}) => mine),
      ),
      choices: [
        ...(first
          ? [{label: strings.compare, act: () => void this.#compare(first.path, first.mine)}]
          : []),
        {label: strings.useMine, act: () => this.#decide(() => this.#useMine(open))},
        {label: strings.useStep, act: () => this.#decide(() => {})},
      ],
    };
  }

  #skippedNotice(): Notice | undefined {
    const strings = this.#strings;
    const {state, parts} = this.#host;
    const skipped = this.#skippedOf(parts.site.saved);
    if (!strings || !this.#isSkippedShown || skipped.length === 0) return undefined;
    // Who reads a page from its beginning comes to the steps of it one after the other.
    if (this.steps.at(-2)?.isHere && state === 'idle') return undefined;
    const hasData = parts.site.saved.written.length > 0 && parts.persist.isOwn;
    const commands = skipped.map(({line}) => short(line));
    return {
      text: [strings.skipped(commands), ...(hasData ? [strings.anew] : [])].join(' '),
      choices: [
        {label: strings.catchUp, act: () => void this.#catchUp()},
        {
          label: strings.notNow,
          act: () => {
            this.#isSkippedShown = false;
            this.#moveOn();
          },
        },
      ],
    };
  }

  /** Nothing is done by itself where it cannot be loaded: the notice stays. */
  async #catchUp(): Promise<void> {
    const {site} = this.#host.parts;
    try {
      const {catchUp} = await loadPart(import('./catch-up.js'));
      const strings = this.#strings;
      if (!strings) return;
      const carried = await carryTo(this.steps);
      this.#moveOn();
      await catchUp({
        host: this.#host,
        strings,
        steps: this.steps,
        skipped: this.#skippedOf(carried.site),
        carried,
        say: notice => {
          this.#told = notice;
          this.#host.requestUpdate();
        },
      });
    } catch (error) {
      site.fail(error);
    }
  }

  get #pane(): DjangoPlaygroundFiles | null {
    return this.#host.renderRoot.querySelector<DjangoPlaygroundFiles>('django-playground-files');
  }

  async #compare(path: string, mine: string): Promise<void> {
    const pane = this.#pane;
    const content = this.#find(mine)?.content;
    await pane?.reveal(path);
    if (typeof content === 'string') pane?.editing.session?.compare(true, content);
  }

  /** The step's own stays within reach: each file can be reset. */
  #useMine(conflicts: CarriedWork['conflicts']): void {
    const {project} = this.#host.parts;
    for (const {path, mine} of conflicts) {
      const file = this.#find(mine);
      if (!file) continue;
      const own = this.#find(path);
      project.remove(mine);
      project.add([{...own, path, content: file.content}]);
    }
  }

  #decide(choice: () => void): void {
    this.#pane?.editing.session?.compare(false);
    choice();
    this.#isConflictShown = false;
    this.#host.parts.persist.saveSoon();
    this.#moveOn();
  }

  /** The buttons vanish, and the focus goes on to what was chosen. */
  #moveOn(): void {
    this.#host.requestUpdate();
    this.#host.renderRoot.querySelector<HTMLElement>('.code')?.focus();
  }

  #find(path: string): ProjectFile | undefined {
    return this.#host.files.find(file => file.path === path);
  }

  #follow(element: Element): void {
    if (this.#followed.has(element)) return;
    this.#followed.add(element);
    for (const type of WORK) element.addEventListener(type, this.#onWork);
  }

  #unfollow(element: Element): void {
    for (const type of WORK) element.removeEventListener(type, this.#onWork);
  }

  readonly #onWork = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#onchange();
    }, PAUSE);
  };
}

/** What tells that a step is another one. */
const WORK = [PlaygroundChangeEvent.type, PlaygroundFilesEvent.type];

/** Of a long command as much as it takes to know it. */
export function short(line: string): string {
  return line.length > LONG ? `${line.slice(0, LONG)}…` : line;
}
