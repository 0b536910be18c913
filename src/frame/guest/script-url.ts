import {setTimeout} from './natives.js';

/**
 * Runs a `javascript:` address, which browsers do not do in a frame of opaque origin. What the
 * code evaluates to is not shown: only `void` is common there.
 */
export function runScriptUrl({href}: URL): void {
  const script = document.createElement('script');
  script.textContent = decodePercent(href.slice('javascript:'.length));
  setTimeout(() => {
    document.documentElement.append(script);
    script.remove();
  }, 0);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign, as in `5 % 2`, means itself.
    return text;
  }
}
