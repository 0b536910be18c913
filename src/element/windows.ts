import type {Visitor} from '../browser/index.js';
import type {HostMessage, Navigation} from '../protocol/frame.js';
import {
  OPENER,
  SELF,
  type WantedWindow,
  type WindowAction,
  type WindowId,
} from '../protocol/frame-window.js';
import {WindowFace, type WindowStrings} from '../windows/index.js';
import {type AskedMenu, showLinkMenu} from './link-menu.js';
import {made} from './nested-views.js';
import {POPUP_BLOCKED, TOO_MANY_WINDOWS} from './site-failures.js';
import {View} from './view.js';
import type {ViewedSite} from './view-options.js';

/** Most windows at a time, beside the first. */
const MOST_WINDOWS = 5;

/** Most messages kept for a window that shows nothing yet. */
const MOST_UNTOLD = 100;

/** Milliseconds after which a frame that could not be used can have the focus. */
const PAUSE = 100;

/** A window that lies over the first. */
interface OpenWindow {
  readonly view: View;
  readonly face: WindowFace;
  readonly name: string;
  /** `undefined` where it may not know. */
  readonly opener: View | undefined;
  /** What documents call it that opened it. */
  readonly ids: Set<WindowId>;
  /** What it is told once it shows something. */
  untold: HostMessage[] | undefined;
}

export interface WindowsOptions {
  readonly site: ViewedSite;
  readonly visitor: Visitor;
  readonly strings: WindowStrings;
  /** Called when the first window shows something else, or is at another place. */
  readonly onChange: () => void;
  /** The reader wants to leave the first window with the keyboard. */
  readonly onEscape: () => void;
}

/**
 * All windows that one visitor has of a site: the first, and those over it that links, forms and
 * scripts open. They share what the visitor keeps, and scripts in them can act on each other.
 */
export class Windows {
  readonly main: View;
  strings: WindowStrings;
  readonly #screen: HTMLElement;
  readonly #first = document.createElement('div');
  readonly #options: WindowsOptions;
  /** The one before all others comes last. */
  #open: readonly OpenWindow[] = [];

  /** @param screen Where the windows go; it should be positioned. */
  constructor(screen: HTMLElement, options: WindowsOptions) {
    const {site, visitor, onChange} = options;
    this.#screen = screen;
    this.#options = options;
    this.strings = options.strings;
    screen.classList.add('windows');
    screen.append(this.#first);
    this.main = new View(this.#first, site, {
      visitor,
      onChange,
      onEscape: options.onEscape,
      onOpen: (wanted, navigation) => this.#want(this.main, wanted, navigation),
      onMenu: asked => this.#offer(this.main, asked),
      onTell: (window, action) => this.#tell(this.main, window, action),
    });
  }

  /** Shows again what those over the first show. */
  restore(isQuiet: boolean): void {
    for (const {view} of this.#open) {
      this.#options.site.events.onvisit(() => view.restore('/', isQuiet));
    }
  }

  /** Closes all but the first. */
  closeAll(): void {
    for (const window of this.#open) this.#close(window);
  }

  #want(from: View, wanted: WantedWindow, navigation: Navigation | null): void {
    const known = this.#find(from, wanted);
    if (known) {
      if (known !== this.main) this.#front(known, wanted.id);
      if (navigation) this.#go(known, navigation);
    } else if (wanted.id === OPENER) {
      // It was closed.
    } else if (!(navigator.userActivation?.isActive ?? true)) {
      this.#options.site.events.onnotice(POPUP_BLOCKED);
    } else if (this.#open.length >= MOST_WINDOWS) {
      this.#options.site.events.onnotice(TOO_MANY_WINDOWS);
    } else {
      this.#make(from, wanted, navigation);
    }
  }

  /** Offers what can be done with a link. */
  #offer(from: View, asked: AskedMenu): void {
    void showLinkMenu(asked, {
      strings: this.strings,
      focus: () => from.focus(),
      open: navigation => {
        this.#want(from, {id: String(Math.random()), name: '', hasOpener: false}, navigation);
      },
      say: this.#options.site.events.onnotice,
    });
  }

  #find(from: View, {id, name}: WantedWindow): View | undefined {
    const same = ({ids, name: own}: OpenWindow): boolean =>
      ids.has(id) || (name !== '' && own === name);
    return this.#named(from, id) ?? this.#open.find(same)?.view;
  }

  /** The window that a document in another one calls so. */
  #named(from: View, id: WindowId): View | undefined {
    if (id === SELF) return from;
    if (id === OPENER) return this.#of(from)?.opener;
    return this.#open.find(({ids}) => ids.has(id))?.view;
  }

  #of(view: View): OpenWindow | undefined {
    return this.#open.find(window => window.view === view);
  }

  #go(view: View, navigation: Navigation): void {
    this.#options.site.events.onvisit(() => view.navigate(navigation));
  }

  #make(from: View, {id, name, hasOpener}: WantedWindow, navigation: Navigation | null): void {
    const {site, visitor} = this.#options;
    const face = new WindowFace(this.#screen, {
      strings: this.strings,
      onClose: () => this.#close(window),
      onFront: () => this.#front(view),
    });
    const view = new View(face.screen, site, {
      visitor,
      window: {name, hasOpener},
      onChange: () => this.#changed(window),
      onEscape: () => this.#close(window),
      onOpen: (wanted, asked) => this.#want(view, wanted, asked),
      onMenu: asked => this.#offer(view, asked),
      onTell: (told, action) => this.#tell(view, told, action),
    });
    const opener = hasOpener ? from : undefined;
    const window: OpenWindow = {view, face, name, opener, ids: new Set([id]), untold: []};
    this.#open = [...this.#open, window];
    // Before what lies below it can no longer have it.
    face.focus();
    this.#arrange();
    if (navigation) this.#go(view, navigation);
    else void view.write(made('', 'text/html'), from.url);
  }

  #tell(from: View, id: WindowId, action: WindowAction): void {
    const to = this.#named(from, id);
    if (!to) return;
    const window = this.#of(to);
    if (action.act === 'close') {
      if (window) this.#close(window);
    } else if (action.act === 'focus') {
      if (window) this.#front(to);
    } else {
      this.#pass(to, {kind: 'told', ...this.#called(from, to), url: from.url, action});
    }
  }

  /** What a window is called by another. */
  #called(view: View, by: View): {window: WindowId; name: string} {
    if (this.#of(by)?.opener === view) return {window: OPENER, name: this.#of(view)?.name ?? ''};
    const {ids, name} = this.#of(view) ?? {ids: [OPENER], name: ''};
    return {window: [...ids].at(-1) ?? OPENER, name};
  }

  #pass(to: View, message: HostMessage): void {
    const untold = this.#of(to)?.untold;
    if (!untold) to.send(message);
    else if (untold.length < MOST_UNTOLD) untold.push(message);
  }

  #changed(window: OpenWindow): void {
    const {view, face} = window;
    face.show({title: view.title, address: view.address ?? ''});
    if (!view.hasShown || !window.untold) return;
    const {untold} = window;
    window.untold = undefined;
    for (const message of untold) view.send(message);
    // A click in another process may take the focus only after the window that it opened had it.
    if (face.hasFocus || this.#isFocusFree()) view.focus();
  }

  /** @param id What the document calls it that wants it before the others. */
  #front(view: View, id?: WindowId): void {
    const window = this.#of(view);
    if (!window) return;
    // The last one is what those call it who are there now.
    if (id !== undefined) {
      window.ids.delete(id);
      window.ids.add(id);
    }
    this.#open = [...this.#open.filter(other => other !== window), window];
    this.#arrange();
    view.focus();
  }

  #close(window: OpenWindow): void {
    if (!this.#open.includes(window)) return;
    const {view, face, ids} = window;
    const hadFocus = face.hasFocus;
    this.#open = this.#open.filter(other => other !== window);
    this.#arrange();
    for (const other of [this.main, ...this.#open.map(each => each.view)]) {
      for (const id of ids) this.#pass(other, {kind: 'closed', window: id});
      if (this.#of(other)?.opener === view) this.#pass(other, {kind: 'closed', window: OPENER});
    }
    const next = this.#open.at(-1)?.view ?? this.main;
    // Before the window goes, or the focus would be lost for a moment.
    if (hadFocus) next.focus();
    view.dispose();
    face.remove();
    // Not every browser gives it at once to what lay below; by then the reader may be elsewhere.
    if (hadFocus) setTimeout(() => this.#isFocusFree() && next.focus(), PAUSE);
  }

  /** Whether the focus is nowhere, or in some page of the site. */
  #isFocusFree(): boolean {
    const {activeElement: outer} = document;
    const root = this.#screen.getRootNode();
    const {activeElement = null} = root instanceof ShadowRoot ? root : {};
    return outer === null || outer === document.body || activeElement?.localName === 'iframe';
  }

  #arrange(): void {
    this.#open.forEach(({face}, depth) => face.arrange(depth, depth === this.#open.length - 1));
    this.#first.inert = this.#open.length > 0;
  }
}
