import type {Extension} from '@codemirror/state';
import type {ProjectFile} from '../../protocol/project.js';

export function projectCompletion(
  _project: () => readonly ProjectFile[],
  _path: () => string,
): Extension {
  return [];
}
