import type {StoredFile} from '../protocol/project.js';
import type {Rendering} from '../protocol/rendering.js';
import {prepareModules} from './modules.js';
import renderer from './server/index.js?bundle-text';

/** Makes the JavaScript of a project ready to be run beside Python. */
export function prepareRendering(files: readonly StoredFile[]): Rendering {
  return {renderer, modules: prepareModules(files)};
}
