import {commandOf, matchRuns, playgroundOf, PROSE, type ChainStrings} from '../chain/index.js';
import {parseCommand, toNote} from '../console/index.js';
import {stepsOf} from './chain.js';
import {PlaygroundCommandEvent} from './console-events.js';
import {PlaygroundStateEvent} from './events.js';
import {loadPart} from './load-part.js';
import {toPlayground, type PartedPlayground} from './parts.js';
import {proseStyles} from './prose-styles.js';

type Kind = 'manage' | 'path' | 'file';

type CommandState = keyof ChainStrings['states'];

/** What is a button or link by itself. */
const NATIVE = 'a[href], button, summary';

/**
 * The prose of a page that acts on playgrounds: commands that run, links to pages and to lines of
 * files. Loaded with the first playground that has such prose around it.
 */
export class Prose {
  static readonly #awake = new WeakMap<Node, Prose>();

  readonly #root: Document | ShadowRoot;
  readonly #name: string;
  /** What was made live, and the attributes that were given to it. */
  readonly #live = new Map<Element, ReadonlySet<string>>();
  /** Commands that run, have failed, or leave nothing to know them by. */
  readonly #states = new WeakMap<Element, CommandState>();
  readonly #known = new WeakSet<PartedPlayground>();
  #isMarking = false;

  /**
   * Make the prose of a page live, and whatever comes to it later. Resolves once it is.
   *
   * @param name Tag of playgrounds.
   */
  static wake(root: Document | ShadowRoot, name: string): Promise<void> {
    const prose = Prose.#awake.get(root) ?? new Prose(root, name);
    Prose.#awake.set(root, prose);
    return prose.#mark();
  }

  private constructor(root: Document | ShadowRoot, name: string) {
    this.#root = root;
    this.#name = name;
    const {styleSheet} = proseStyles;
    if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    root.addEventListener('click', event => this.#onClick(event as MouseEvent));
    root.addEventListener('keydown', event => this.#onKeydown(event as KeyboardEvent));
    for (const type of [PlaygroundCommandEvent.type, PlaygroundStateEvent.type]) {
      root.addEventListener(type, () => this.#markSoon());
    }
    new MutationObserver(() => this.#markSoon()).observe(root, {childList: true, subtree: true});
  }

  #onClick(event: MouseEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const element = (event.target as Element).closest(PROSE);
    // Who selects a command to copy it does not want to run it.
    if (!element || (event.detail > 0 && hasSelection(element))) return;
    if (this.#act(element)) event.preventDefault();
  }

  /** As a browser has it for buttons and links. */
  #onKeydown(event: KeyboardEvent): void {
    const element = event.target as Element;
    if (event.defaultPrevented || event.repeat || !this.#live.get(element)?.has('role')) return;
    const isPress = event.key === 'Enter' || (event.key === ' ' && kindOf(element) === 'manage');
    if (isPress && this.#act(element)) event.preventDefault();
  }

  /** @returns whether there is a playground to act on. */
  #act(element: Element): boolean {
    const playground = toPlayground(playgroundOf(element, this.#name));
    if (!playground) return false;
    const acts = {
      manage: () => this.#run(element, playground),
      path: () => showPage(element, playground),
      file: () => showFile(element, playground),
    };
    acts[kindOf(element)]().catch((error: unknown) => playground.parts.site.fail(error));
    return true;
  }

  async #run(element: Element, playground: PartedPlayground): Promise<void> {
    if (this.#states.get(element) === 'busy') return;
    this.#setState(element, 'busy');
    try {
      const exitCode = await playground.parts.workbench.enter(commandOf(element));
      this.#setState(element, exitCode === 0 ? 'done' : 'failed');
    } catch (error) {
      this.#setState(element, 'failed');
      throw error;
    }
  }

  #setState(element: Element, state: CommandState): void {
    this.#states.set(element, state);
    this.#markSoon();
  }

  #markSoon(): void {
    if (this.#isMarking) return;
    this.#isMarking = true;
    requestAnimationFrame(() => {
      this.#isMarking = false;
      this.#mark().catch((error: unknown) => console.warn(error));
    });
  }

  async #mark(): Promise<void> {
    const all = [...this.#root.querySelectorAll(PROSE)];
    for (const element of this.#live.keys()) if (!element.isConnected) this.#live.delete(element);
    const owners = new Map(all.map(each => [each, toPlayground(playgroundOf(each, this.#name))]));
    for (const playground of new Set(owners.values())) {
      const elements = all.filter(each => owners.get(each) === playground);
      if (!playground) {
        for (const element of elements) this.#unmark(element);
        continue;
      }
      const strings = await loadPart(playground.strings.chain());
      for (const element of elements) this.#enliven(element, strings);
      this.#markStates(playground, elements, strings);
      this.#lookAgain(playground);
    }
  }

  /** What was run on an earlier visit is known once it was restored. */
  #lookAgain(playground: PartedPlayground): void {
    if (this.#known.has(playground)) return;
    this.#known.add(playground);
    playground.parts.persist.restored().then(
      () => this.#markSoon(),
      () => {
        // The playground says so itself.
      },
    );
  }

  #enliven(element: Element, strings: ChainStrings): void {
    if (this.#live.has(element)) return;
    const kind = kindOf(element);
    const hints = {manage: strings.runHere, path: strings.showPage, file: strings.showFile};
    const marks = {
      'data-django-live': kind,
      title: hints[kind],
      ...(!element.matches(NATIVE) && {role: kind === 'manage' ? 'button' : 'link', tabindex: '0'}),
    };
    const given = Object.entries(marks).filter(([name]) => !element.hasAttribute(name));
    for (const [name, value] of given) element.setAttribute(name, value);
    this.#live.set(element, new Set(given.map(([name]) => name)));
  }

  #unmark(element: Element): void {
    for (const name of this.#live.get(element) ?? []) element.removeAttribute(name);
    this.#live.delete(element);
  }

  #markStates(
    playground: PartedPlayground,
    elements: readonly Element[],
    strings: ChainStrings,
  ): void {
    const commands = elements.filter(each => kindOf(each) === 'manage');
    const before = stepsOf(playground)
      .slice(0, -1)
      .map(step => step.commands.map(toNote));
    const own = commands.map(each => toNote(commandOf(each)));
    const ran = matchRuns([...before, own], playground.parts.site.saved.ran ?? []).at(-1) ?? [];
    for (const [index, element] of commands.entries()) {
      const known = this.#states.get(element);
      // What was forgotten with the data can be run again.
      const isOver = known === 'done' && parseCommand(commandOf(element))[0] !== 'shell';
      const state = ran[index] ? 'done' : isOver ? undefined : known;
      setOrRemove(element, 'data-django-state', known === 'busy' ? known : state);
      setOrRemove(element, 'aria-description', state && strings.states[state]);
    }
  }
}

async function showPage(element: Element, playground: PartedPlayground): Promise<void> {
  const {panes, site} = playground.parts;
  const path = element.getAttribute('data-django-path') ?? '/';
  const isShown = site.address === path;
  playground.path = path;
  // A link to the page that is shown shows what it says by now.
  if (isShown) void site.go(path);
  panes.show('output');
  const starting = playground.start();
  bringIntoView(playground, '.output');
  await starting;
}

async function showFile(element: Element, playground: PartedPlayground): Promise<void> {
  const {project, say} = playground.parts;
  const path = element.getAttribute('data-django-file')?.trim() ?? '';
  const line = Number.parseInt(element.getAttribute('data-django-line') ?? '', 10) || 1;
  await project.load();
  if (project.shown.some(file => file.path === path)) {
    say(undefined);
    playground.reveal({path, line});
    return;
  }
  const strings = await loadPart(playground.strings.chain());
  const dismiss = {label: strings.dismiss, act: () => say(undefined)};
  say({text: strings.noFile(path), choices: [dismiss]});
  bringIntoView(playground, '.toolbar');
}

function bringIntoView(playground: PartedPlayground, part: string): void {
  playground.renderRoot.querySelector(part)?.scrollIntoView({block: 'nearest'});
}

function kindOf(element: Element): Kind {
  if (element.hasAttribute('data-django-manage')) return 'manage';
  return element.hasAttribute('data-django-file') ? 'file' : 'path';
}

function hasSelection(element: Element): boolean {
  const selection = getSelection();
  return selection?.isCollapsed === false && selection.containsNode(element, true);
}

function setOrRemove(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
