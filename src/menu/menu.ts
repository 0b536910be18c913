import type {MenuItem} from '../protocol/menu.js';
import {itemElement, keyTarget} from './items.js';
import {menuStyles} from './styles.js';

export interface MenuOptions {
  /** What it belongs to: it opens beside it, and the focus goes back there. */
  readonly anchor: HTMLElement;
  /** Where in the anchor, in pixels, instead of beside all of it. */
  readonly at?: {readonly x: number; readonly y: number};
  /** Gives the focus back, where the anchor does not do so by itself. */
  readonly focus?: () => void;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** How to close the menu that is open, by its anchor. */
const open = new WeakMap<HTMLElement, () => void>();

/** Pixels between the anchor and its menu, and between the menu and the window's edge. */
const GAP = 4;

/**
 * Open the menu of an anchor, as the ARIA pattern of menu buttons has it, or close the one that is
 * open. The focus goes to its first item. It stands at the end of the anchor's tree.
 */
export function toggleMenu({anchor, at, focus, label, items}: MenuOptions): void {
  const close = open.get(anchor);
  if (close) return close();
  const menu = menuElement(label);
  const isButton = anchor.hasAttribute('aria-haspopup');
  const ending = new AbortController();
  const {signal} = ending;
  const end = (returnFocus: boolean): void => {
    if (signal.aborted) return;
    ending.abort();
    open.delete(anchor);
    if (isButton) anchor.ariaExpanded = 'false';
    if (returnFocus) (focus ?? (() => anchor.focus()))();
    menu.remove();
  };
  const choices = items.map(item => choiceOf(item, () => end(true)));
  menu.append(...choices);
  parentFor(anchor).append(menu);
  menu.showPopover();
  place(menu, anchor, at);
  open.set(anchor, () => end(true));
  if (isButton) anchor.ariaExpanded = 'true';
  choices[0]?.focus();

  menu.addEventListener('keydown', event => onKey(event, choices, end));
  const onOutside = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(menu) && !path.includes(anchor)) end(false);
  };
  addEventListener('pointerdown', onOutside, {signal, capture: true});
  addEventListener('focusin', onOutside, {signal, capture: true});
  addEventListener('scroll', onOutside, {signal, capture: true, passive: true});
  addEventListener('resize', () => end(false), {signal});
  // The output's frame tells nothing of what happens in it, but it takes the focus.
  addEventListener('blur', () => end(false), {signal});
}

function menuElement(label: string): HTMLElement {
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('part', 'menu');
  menu.role = 'menu';
  menu.popover = 'manual';
  menu.ariaLabel = label;
  return menu;
}

function choiceOf(item: MenuItem, end: () => void): HTMLElement {
  const choice = itemElement(item);
  choice.addEventListener('click', () => {
    if (item.disabled) return;
    end();
    item.act();
  });
  return choice;
}

/** Where it has the anchor's colours, and can be reached as long as the anchor can. */
function parentFor(anchor: HTMLElement): Element {
  const root = anchor.getRootNode();
  if (!(root instanceof ShadowRoot)) return document.body;
  adopt(root);
  return root.lastElementChild ?? document.body;
}

function adopt(root: ShadowRoot): void {
  const {styleSheet} = menuStyles;
  if (!styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}

function onKey(
  event: KeyboardEvent,
  items: readonly HTMLElement[],
  end: (returnFocus: boolean) => void,
): void {
  const target = keyTarget(event, items);
  if (event.key === 'Escape') end(true);
  else if (event.key === 'Tab') return end(true);
  else if (target) target.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Below the anchor and as far along as it, or beside the point, as long as that is inside the window. */
function place(menu: HTMLElement, anchor: HTMLElement, at: MenuOptions['at']): void {
  const box = anchor.getBoundingClientRect();
  const around = at ? pointIn(box, at) : box;
  const {width, height} = menu.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const isRtl = anchor.matches(':dir(rtl)');
  const start = isRtl === (at === undefined) ? around.left : around.right - width;
  const left = Math.max(GAP, Math.min(start, clientWidth - width - GAP));
  const below = around.bottom + GAP;
  const fits = below + height + GAP <= clientHeight || around.top < height + 2 * GAP;
  const top = fits ? Math.min(below, clientHeight - height - GAP) : around.top - height - GAP;
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(GAP, top)}px`;
}

function pointIn(box: DOMRect, {x, y}: {readonly x: number; readonly y: number}): DOMRect {
  const right = Math.max(0, Math.min(x, box.width));
  const down = Math.max(0, Math.min(y, box.height));
  return new DOMRect(box.x + right, box.y + down);
}
