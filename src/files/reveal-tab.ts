/**
 * Scroll a row of tabs, and nothing around it, to one of them.
 *
 * @param tab A child of the element that scrolls.
 */
export function revealTab(tab: Element): void {
  const row = tab.parentElement;
  if (!row) return;
  const inner = tab.getBoundingClientRect();
  const outer = row.getBoundingClientRect();
  const before = Math.min(inner.left - outer.left, 0);
  row.scrollLeft += before || Math.max(inner.right - outer.right, 0);
}
