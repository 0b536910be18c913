import type {MenuItem} from '../protocol/menu.js';

/** One item, which has the focus only by the menu's keys. */
export function itemElement({label, hint, checked, begins, disabled}: MenuItem): HTMLElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.role = checked === undefined ? 'menuitem' : 'menuitemcheckbox';
  item.tabIndex = -1;
  if (checked !== undefined) item.ariaChecked = String(checked);
  if (disabled) item.ariaDisabled = 'true';
  if (begins) item.className = 'begins';
  item.append(span('item', label));
  if (hint !== undefined) item.append(span('hint', hint));
  return item;
}

/** Where a key moves the focus; a letter, to the next item that begins with it. */
export function keyTarget(
  {key, ctrlKey, metaKey, altKey}: KeyboardEvent,
  items: readonly HTMLElement[],
): HTMLElement | undefined {
  const at = items.findIndex(item => item.matches(':focus'));
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
  const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return later.find(({textContent}) => textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

function span(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement('span'), {className: name, textContent: text});
}
