import type {ProjectFile} from '../protocol/project.js';
import {withoutComments} from './python.js';

/** The Python package that renders with JavaScript. */
const PACKAGE = /\bdjango_playground_js\b/;

/** Whether Django renders with the project's JavaScript. */
export function rendersJavaScript(files: readonly ProjectFile[]): boolean {
  return files.some(
    ({path, content}) =>
      path.endsWith('.py') && typeof content === 'string' && PACKAGE.test(withoutComments(content)),
  );
}
