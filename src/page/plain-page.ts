import {formatJson} from './format-json.js';

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100vh; }
  pre { margin: 0; padding: 1rem; font: 0.875rem/1.5 ui-monospace, monospace;
    white-space: pre-wrap; overflow-wrap: anywhere; }
  body:has(> :is(img, video)) { display: grid; place-items: center; }
  img, video { max-width: 100%; max-height: 100vh; }
`;

/**
 * Markup for text that is no HTML, readable in light and dark.
 *
 * @param essence Its type; JSON is indented.
 */
export function textPage(text: string, title: string, essence = 'text/plain'): string {
  const isJson = /^application\/(?:.+\+)?json$/.test(essence);
  return page(title, `<pre tabindex="0">\n${escape(isJson ? formatJson(text) : text)}</pre>`);
}

/** Markup for an image by itself. */
export function imagePage(dataUrl: string, title: string): string {
  return page(title, `<img src="${escape(dataUrl)}" alt="${escape(title)}">`);
}

/** Markup for a film or a sound by itself. */
export function mediaPage(dataUrl: string, title: string): string {
  return page(title, `<video src="${escape(dataUrl)}" controls></video>`);
}

/** Markup for a response with nothing in it but its status. */
export function statusPage(
  status: number,
  headers: readonly (readonly [string, string])[],
): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const text = [`HTTP ${status}`, ...lines, '', 'The response has no body.'].join('\n');
  return textPage(text, `HTTP ${status}`);
}

function page(title: string, body: string): string {
  const head = `<meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style>`;
  return `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
