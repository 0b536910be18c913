// What pages of the demo render with, in one file: `h`, `html` for markup, `renderToString`.
import {h} from 'preact';
import htm from 'htm';

export {h};
export {renderToString} from 'preact-render-to-string';
export const html = htm.bind(h);
