/** What the page around an element looks like, as far as the element goes along with it. */

export interface PageLooks {
  readonly scheme: 'light' | 'dark';
  /** Its `accent-color`, or the colour of its links; `undefined` where it has chosen neither. */
  readonly accent: string | undefined;
}

/**
 * What was read in this very task, by parents: each reading has the browser look at all styles anew,
 * and long pages have many playgrounds side by side.
 */
let known = new WeakMap<Element, PageLooks>();

/** Have it read anew, for the page may look different now. */
export function forgetPageLooks(): void {
  known = new WeakMap();
}

/**
 * Reads a page's looks at the place of an element.
 *
 * A page that says nothing of `color-scheme`, or allows both, may still have a switch of its own;
 * one whose text is light is dark.
 */
export function readPageLooks(element: Element): PageLooks {
  const parent = element.parentElement ?? element;
  let looks = known.get(parent);
  if (!looks) {
    looks = read(element, parent);
    known.set(parent, looks);
    setTimeout(forgetPageLooks);
  }
  return looks;
}

function read(element: Element, parent: Element): PageLooks {
  const {colorScheme, accentColor, color} = getComputedStyle(parent);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const schemes = colorScheme.split(' ');
  const isDark = schemes.includes('dark')
    ? !schemes.includes('light') || prefersDark
    : !schemes.includes('light') && isLight(color);
  const accent = accentColor === 'auto' ? linkColor(element) : accentColor;
  return {scheme: isDark ? 'dark' : 'light', accent: accent === color ? undefined : accent};
}

/** The colour of a link that would stand in the element's place, but for the browser's own. */
function linkColor(element: Element): string | undefined {
  const link = document.createElement('a');
  link.href = '';
  link.hidden = true;
  element.before(link);
  const style = getComputedStyle(link);
  const {color} = style;
  link.style.color = 'LinkText';
  const isBrowsers = style.color === color;
  link.remove();
  return isBrowsers ? undefined : color;
}

/** By the numbers of a computed colour: `rgb(…)` from 0 to 255, `oklch(…)`, `color(srgb …)` to 1, `lab(…)` to 100. */
function isLight(color: string): boolean {
  const [first = 0, second = 0, third = 0] = (color.match(/(?<![a-z])[\d.]+/g) ?? []).map(Number);
  if (color.startsWith('rgb')) return 0.3 * first + 0.59 * second + 0.11 * third > 140;
  if (color.startsWith('color')) return first + second + third > 1.65;
  return first > (color.startsWith('ok') ? 0.6 : 60);
}
