import {css, html, type TemplateResult} from 'lit';
import type {ProjectFile} from '../protocol/project.js';

/** Bytes of an image that is shown, at most. */
const MOST_BYTES = 5_000_000;

const IMAGES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  bmp: 'image/bmp',
};

export const imageStyles = css`
  .image {
    display: block;
    max-width: min(100%, 40em);
    max-height: 30em;
    margin: 1.5em auto;
    object-fit: contain;
  }
`;

/** @returns `undefined` for a file that is no image, or too large. */
export function renderImage(file: ProjectFile): TemplateResult | undefined {
  const url = urlOf(file);
  return url === undefined ? url : html`<img class="image" src=${url} alt=${file.path} />`;
}

function urlOf({path, content}: ProjectFile): string | undefined {
  const type = IMAGES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (!type || typeof content === 'string' || content.length > MOST_BYTES) return undefined;
  let text = '';
  for (let at = 0; at < content.length; at += 0x8000) {
    text += String.fromCharCode(...content.subarray(at, at + 0x8000));
  }
  return `data:${type};base64,${btoa(text)}`;
}
