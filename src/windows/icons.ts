import {html, svg, type TemplateResult} from 'lit';

function icon(shape: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
}

export const CLOSE = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const BACK = icon(svg`<path d="M19 12H5m6-6-6 6 6 6" />`);
export const FORWARD = icon(svg`<path d="M5 12h14m-6-6 6 6-6 6" />`);
export const RELOAD = icon(svg`<path d="M20 12a8 8 0 1 1-2.6-5.9M20 4v4.5h-4.5" />`);
