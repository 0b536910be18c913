/** A menu button's menu, as the ARIA pattern of that name has it. */
export interface MenuItem {
  readonly label: string;
  /** What it does, in a few words. */
  readonly hint?: string;
  act(): void;
}

export interface MenuOptions {
  /** Opens it; its name is the menu's too. */
  readonly button: HTMLElement;
  /** What the menu is put into, in the button's tree. */
  readonly container: HTMLElement;
  readonly items: readonly MenuItem[];
}

/** How to close the menu that is open, by its button. */
const open = new WeakMap<HTMLElement, () => void>();

/** Pixels between the button and its menu, and between the menu and the window's edge. */
const GAP = 4;

/** Open the menu of a button, or close the one that is open. The focus goes to its first item. */
export function toggleMenu({button, container, items}: MenuOptions): void {
  const close = open.get(button);
  if (close) return close();
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('part', 'menu');
  menu.role = 'menu';
  menu.popover = 'manual';
  menu.ariaLabel = button.textContent?.trim() ?? '';
  const ending = new AbortController();
  const {signal} = ending;
  const end = (returnFocus: boolean): void => {
    if (signal.aborted) return;
    ending.abort();
    open.delete(button);
    button.ariaExpanded = 'false';
    if (returnFocus) button.focus();
    menu.remove();
  };
  const choices = items.map(item => {
    const choice = itemElement(item);
    choice.addEventListener('click', () => {
      end(true);
      item.act();
    });
    return choice;
  });
  menu.append(...choices);
  container.append(menu);
  menu.showPopover();
  place(menu, button);
  open.set(button, () => end(true));
  button.ariaExpanded = 'true';
  choices[0]?.focus();

  menu.addEventListener('keydown', event => onKey(event, choices, end));
  const onOutside = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(menu) && !path.includes(button)) end(false);
  };
  addEventListener('pointerdown', onOutside, {signal, capture: true});
  addEventListener('focusin', onOutside, {signal, capture: true});
  addEventListener('scroll', onOutside, {signal, capture: true, passive: true});
  addEventListener('resize', () => end(false), {signal});
  // The output's frame tells nothing of what happens in it, but it takes the focus.
  addEventListener('blur', () => end(false), {signal});
}

function itemElement({label, hint}: MenuItem): HTMLElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.role = 'menuitem';
  item.tabIndex = -1;
  item.append(span('item', label));
  if (hint !== undefined) item.append(span('hint', hint));
  return item;
}

function span(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement('span'), {className: name, textContent: text});
}

function onKey(
  event: KeyboardEvent,
  items: readonly HTMLElement[],
  end: (returnFocus: boolean) => void,
): void {
  const at = items.findIndex(item => item.matches(':focus'));
  const target = keyTarget(event, items, at);
  if (event.key === 'Escape') end(true);
  else if (event.key === 'Tab') return end(true);
  else if (target) target.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Where a key moves the focus; a letter, to the next item that begins with it. */
function keyTarget(
  {key, ctrlKey, metaKey, altKey}: KeyboardEvent,
  items: readonly HTMLElement[],
  at: number,
): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
  const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return later.find(({textContent}) => textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

/** Below the button and as far along as it, as long as that is inside the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const around = button.getBoundingClientRect();
  const {width, height} = menu.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const start = button.matches(':dir(rtl)') ? around.left : around.right - width;
  const left = Math.max(GAP, Math.min(start, clientWidth - width - GAP));
  const below = around.bottom + GAP;
  const fits = below + height + GAP <= clientHeight || around.top < height + 2 * GAP;
  menu.style.left = `${left}px`;
  menu.style.top = `${fits ? below : around.top - height - GAP}px`;
}
