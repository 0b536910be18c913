import {formatJson} from './format-json.js';

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100vh; }
  pre { margin: 0; padding: 1rem; font: 0.875rem/1.5 ui-monospace, monospace;
    white-space: pre-wrap; overflow-wrap: anywhere; }
  body:has(> :is(img, video)) { display: grid; place-items: center; }
  img, video { max-width: 100%; max-height: 100vh; }
  main { max-width: 30rem; margin: auto; padding: 2rem; font: 1rem/1.5 system-ui, sans-serif;
    text-align: center; overflow-wrap: anywhere; }
  body:has(> main) { display: grid; }
  h1 { margin: 0; font-size: 1.25rem; }
  a { display: inline-block; padding: 0.5rem 1rem; border: 1px solid; border-radius: 0.375rem;
    color: LinkText; text-decoration: none; }
  a:is(:hover, :focus-visible) { text-decoration: underline; }
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

/** What is said of a file that a frame cannot show. */
export interface PageTexts {
  /** @param size In bytes. */
  readonly pdf: (size: number) => string;
  /** On the link that saves it. */
  readonly save: string;
}

/** Markup for a document that browsers show in a program of theirs, which frames have not. */
export function filePage(dataUrl: string, name: string, size: number, texts: PageTexts): string {
  const link = `<a href="${escape(dataUrl)}" download="${escape(name)}">${escape(texts.save)}</a>`;
  const lines = `<p>${escape(texts.pdf(size))}</p><p>${link}</p>`;
  return page(name, `<main><h1>${escape(name)}</h1>${lines}</main>`);
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
