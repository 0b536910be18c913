/** What the page around an element looks like, as far as the element goes along with it. */

export interface PageLooks {
  readonly scheme: 'light' | 'dark';
  /** Its `accent-color`, or the colour of its links; `undefined` where it has chosen neither. */
  readonly accent: string | undefined;
}

/**
 * Reads a page's looks at the place of an element.
 *
 * A page that says nothing of `color-scheme`, or allows both, may still have a switch of its own;
 * one whose text is light is dark.
 */
export function readPageLooks(element: Element): PageLooks {
  const parent = element.parentElement ?? element;
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

type Listener = () => void;

const listeners = new Set<Listener>();
let stopWatching: (() => void) | undefined;

/**
 * Calls a function whenever the page may look different: its root or body got other attributes, as
 * a switch for dark pages sets them, a change of its colours has faded in, or the system changed.
 *
 * @returns What ends it.
 */
export function watchPageLooks(listener: Listener): () => void {
  listeners.add(listener);
  stopWatching ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = undefined;
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}

function watch(): () => void {
  const {documentElement, body} = document;
  const abort = new AbortController();
  const {signal} = abort;
  const observer = new MutationObserver(tell);
  for (const element of [documentElement, body]) observer.observe(element, {attributes: true});
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell, {signal});
  const onFaded = ({target, propertyName}: TransitionEvent): void => {
    if (propertyName === 'color' && (target === documentElement || target === body)) tell();
  };
  document.addEventListener('transitionend', onFaded, {signal});
  return () => {
    observer.disconnect();
    abort.abort();
  };
}
