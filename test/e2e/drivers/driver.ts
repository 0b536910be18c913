/** What the journeys need of a browser; one implementation for each way to drive one. */
import type {Engine} from '../../setup/browsers.js';

/** Something that crosses between this process and a page. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | {readonly [key: string]: Json};

/** A function that runs in a page: it sees its arguments and the page's globals, nothing else. */
export type InPage<Args extends readonly Json[], Result> = (...args: Args) => Result;

/** A document that can be looked into and acted on: a page, or a frame in it. */
export interface Scope {
  /** Runs a function in the document. What it returns crosses as JSON. */
  evaluate<Args extends readonly Json[], Result>(
    run: InPage<Args, Result | Promise<Result>>,
    ...args: Args
  ): Promise<Result>;
  /** The element that a function in the document finds. */
  find<Args extends readonly Json[]>(
    find: InPage<Args, Element | null>,
    ...args: Args
  ): Promise<Target | null>;
}

/** An element, acted on as by a person: with real clicks and keys. */
export interface Target {
  click(): Promise<void>;
  /** Clicks with the right button. WebKit's driver cannot. */
  clickRight(): Promise<void>;
  /** Replaces what stands in a field, key by key; a line break is the Enter key. */
  type(text: string): Promise<void>;
  /** Replaces it at once, as by pasting. */
  paste(text: string): Promise<void>;
  /** Chooses one file in a file field. */
  choose(path: string): Promise<void>;
  /** The scope inside a frame element. */
  enter(): Promise<Scope>;
}

/**
 * A tab with a profile of its own: no cookie and no storage of any other. Whatever a page asks in a
 * dialog is answered with yes.
 */
export interface Tab extends Scope {
  open(url: string): Promise<void>;
  /**
   * Presses keys, wherever the focus is: `Tab`, `Control+Enter`. WebKit's driver cannot.
   */
  press(keys: string): Promise<void>;
  /** Types a text, wherever the focus is. WebKit's driver cannot. */
  type(text: string): Promise<void>;
  /** What the console said, with uncaught errors. */
  log(): Promise<readonly string[]>;
  /** @param path where the PNG file goes. */
  screenshot(path: string): Promise<void>;
  /** Changes how the tab is set up, as by a drag of its window's corner. Only Playwright can. */
  adapt(options: Omit<TabOptions, 'javaScriptEnabled'>): Promise<void>;
  /** Takes hold of what is at a point and lets go of it at another. Only Playwright can. */
  drag(from: Point, to: Point, pointer: 'mouse' | 'touch'): Promise<void>;
  close(): Promise<void>;
}

/** In CSS pixels of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a tab is set up. */
export interface TabOptions {
  /** Only Playwright can set it; the others ignore it. */
  readonly colorScheme?: 'light' | 'dark';
  /** Only Playwright can set these. */
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce';
  readonly media?: 'print' | 'screen';
  /** Only Playwright can take it away. */
  readonly javaScriptEnabled?: false;
  /** In CSS pixels; only Playwright can set it. */
  readonly viewport?: {readonly width: number; readonly height: number};
}

export interface Driver {
  readonly engine: Engine;
  /** E.g. `Chromium 156.0.1`. */
  readonly version: string;
  newTab(options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

/**
 * A call as an expression that runs anywhere. JSON is JavaScript, so no argument can break out.
 * The loader that strips types from these files wraps named functions in a helper of its own,
 * `__name`, which pages do not have.
 */
export function callText(run: (...args: never[]) => unknown, args: readonly Json[]): string {
  return `((...args) => {
    const __name = f => f;
    return (${run.toString()})(...args);
  })(...${JSON.stringify(args)})`;
}

/**
 * Runs in a page: waits until an element stays where it is, as a click at its place needs. What comes
 * late may move it. A frame that is not in sight is not painted, so there is a limit to it.
 */
export async function becomeStill(element: Element): Promise<void> {
  let last = '';
  for (let looks = 0; looks < 100; looks++) {
    const {x, y, width, height} = element.getBoundingClientRect();
    const place = [x, y, width, height].join();
    if (place === last) return;
    last = place;
    await new Promise(resolve => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 100);
    });
  }
}

/**
 * Runs in a page: what {@link Target.paste} does, with the events and the undo of an edit. An editor
 * draws only the lines in sight, and selects all of them by a command of its own.
 */
export function pasteOver(field: HTMLElement, text: string): void {
  field.focus();
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.select();
    document.execCommand('insertText', false, text);
    return;
  }
  const isMac = navigator.platform.startsWith('Mac');
  const all = {key: 'a', keyCode: 65, ctrlKey: !isMac, metaKey: isMac};
  field.dispatchEvent(new KeyboardEvent('keydown', {...all, bubbles: true, cancelable: true}));
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', {bubbles: true, cancelable: true});
  // Firefox takes no data for an event that no person made.
  Object.defineProperty(paste, 'clipboardData', {value: clipboardData});
  field.dispatchEvent(paste);
}
