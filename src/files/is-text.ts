import type {ProjectFile} from '../protocol/project.js';

export function isText(file: ProjectFile): file is ProjectFile & {readonly content: string} {
  return typeof file.content === 'string';
}
