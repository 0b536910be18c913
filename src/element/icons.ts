import {svg, html, type TemplateResult} from 'lit';

const icon = (shape: TemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

export const RUN = icon(svg`<path d="M7 4.5v15l12-7.5z" fill="currentColor" />`);
export const STOP = icon(svg`<rect x="6" y="6" width="12" height="12" fill="currentColor" />`);
export const RESET = icon(svg`<path d="M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5" />`);
export const BACK = icon(svg`<path d="M19 12H5m6-6-6 6 6 6" />`);
export const FORWARD = icon(svg`<path d="M5 12h14m-6-6 6 6-6 6" />`);
export const RELOAD = icon(svg`<path d="M20 12a8 8 0 1 1-2.6-5.9M20 4v4.5h-4.5" />`);
export const SHARE = icon(svg`<path d="M12 15V4m-4 4 4-4 4 4M5 13v6.5h14V13" />`);
export const DOWNLOAD = icon(svg`<path d="M12 4v11m-4-4 4 4 4-4M5 19.5h14" />`);
export const LARGE = icon(svg`<path d="M4 10V4h6m4 16h6v-6M4 4l6.5 6.5M20 20l-6.5-6.5" />`);
export const SMALL = icon(svg`<path d="M10 4v6H4m10 10v-6h6M10 10 3.5 3.5M14 14l6.5 6.5" />`);
