import {Visitor} from '../browser/index.js';
import type {SavedVisitor} from '../protocol/storage.js';
import {readVisitors, VisitorFace, type WindowStrings} from '../windows/index.js';
import type {Shown} from './site-events.js';
import type {View} from './view.js';
import type {ViewedSite} from './view-options.js';
import {WINDOW_ENGLISH} from './window-strings.js';
import {Windows} from './windows.js';

/** One who visits the site, with what they see of it. */
interface Seat {
  readonly visitor: Visitor;
  readonly windows: Windows;
  readonly screen: HTMLElement;
  /** Where they begin; where the site does, unless told. */
  path?: string | undefined;
  /** Where there are several visitors. */
  face?: VisitorFace;
}

type SavedVisitors = SavedVisitor & {readonly visitors?: readonly SavedVisitor[]};

/** Who visits a site: one, or several beside each other. */
export class Visitors {
  readonly #screen: HTMLElement;
  readonly #site: ViewedSite;
  readonly #seats: Seat[] = [];
  readonly #first: Seat;
  #strings = WINDOW_ENGLISH;
  #isSeated = false;
  /** What those are continued from who have no seat yet. */
  #kept: readonly SavedVisitor[] = [];

  /** @param screen The element that holds what they see. */
  constructor(screen: HTMLElement, site: ViewedSite) {
    this.#screen = screen;
    this.#site = site;
    this.#first = this.#sit(screen);
  }

  /** What the first of them sees. */
  get view(): View {
    return this.#first.windows.main;
  }

  /** What they are continued from on a later visit. */
  get saved(): SavedVisitors {
    const [first, ...others] = this.#seats.map(save);
    return {...(first ?? {cookies: []}), ...(others.length > 0 && {visitors: others})};
  }

  /**
   * Give each a place, the first time.
   *
   * @param wanted As the author announces them; see {@link readVisitors}.
   * @param path Where they begin unless told otherwise.
   */
  seat(wanted: string | null, path: string, strings: WindowStrings = WINDOW_ENGLISH): void {
    this.#strings = strings;
    for (const {windows} of this.#seats) windows.strings = strings;
    const expected = readVisitors(wanted ?? '', strings.visitor);
    if (this.#isSeated || expected.length === 0) return;
    this.#isSeated = true;
    const parent = document.createElement('div');
    parent.className = 'visitors';
    this.#screen.append(parent);
    for (const [index, {name, path: own = path}] of expected.entries()) {
      const seat = index === 0 ? this.#first : this.#sit(parent);
      seat.visitor.name = name;
      if (index > 0) seat.path = own;
      seat.face = this.#face(parent, seat);
      update(seat);
    }
    this.#continueOthers();
  }

  /** Show to each the page of the moment, or the first. */
  async restore(path: string, isQuiet: boolean): Promise<Shown | undefined> {
    const shown = await this.view.restore(path, isQuiet);
    for (const {windows, path: own = path} of this.#seats) {
      if (windows !== this.#first.windows) {
        this.#site.events.onvisit(() => windows.main.restore(own, isQuiet));
      }
      windows.restore(isQuiet);
    }
    return shown;
  }

  /** Know nothing of any of them. */
  forget(): void {
    this.#kept = [];
    for (const {visitor, windows} of this.#seats) {
      windows.closeAll();
      visitor.clear();
      windows.main.clear();
    }
  }

  /** Begin with what they had on an earlier visit. */
  continueFrom({visitors = [], ...first}: SavedVisitors): void {
    this.forget();
    restore(this.#first, first);
    this.#kept = visitors;
    this.#continueOthers();
  }

  #continueOthers(): void {
    for (const [index, seat] of this.#seats.slice(1).entries()) {
      const saved = this.#kept[index];
      if (!saved) continue;
      restore(seat, saved);
      if (saved.address !== undefined) seat.path = saved.address;
    }
  }

  #sit(parent: HTMLElement): Seat {
    const screen = document.createElement('div');
    parent.append(screen);
    const visitor = new Visitor();
    const windows = new Windows(screen, {
      site: this.#site,
      visitor,
      strings: this.#strings,
      onChange: () => update(seat),
      onEscape: () => (seat.face ? seat.face.focus() : this.#site.events.onescape()),
    });
    const seat: Seat = {visitor, windows, screen};
    this.#seats.push(seat);
    return seat;
  }

  #face(parent: HTMLElement, {visitor, windows, screen}: Seat): VisitorFace {
    const {events} = this.#site;
    const {main} = windows;
    return new VisitorFace(parent, screen, {
      name: visitor.name,
      strings: this.#strings,
      traverse: delta => events.onvisit(() => (delta ? main.traverse(delta) : main.reload())),
      go: address => events.onvisit(() => main.go(address)),
    });
  }
}

function save({visitor, windows}: Seat): SavedVisitor {
  const {address, kept} = windows.main;
  const {local, databases, caches} = visitor;
  const session = kept.session.items;
  const storages = {local: local.items, session, databases, caches: caches.all};
  const isEmpty = Object.values(storages).every(({length}) => length === 0);
  return {
    cookies: visitor.jar.toJSON(),
    ...(address !== undefined && {address}),
    ...(!isEmpty && {storages}),
  };
}

function restore({visitor, windows}: Seat, {cookies, storages}: SavedVisitor): void {
  visitor.restore(cookies, storages);
  windows.main.kept.session.restore(storages?.session ?? []);
}

function update({face, windows, path = ''}: Seat): void {
  const {address = path, canGoBack, canGoForward} = windows.main;
  face?.show({address, canGoBack, canGoForward});
}
