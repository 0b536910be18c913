import type {Project} from '../protocol/project.js';

/**
 * Whether two states of a project find static files in the same places. They may not where a file
 * came or went, which can stand before one of Django's own, or where the settings differ.
 */
export function findsStaticFilesAlike(before: Project, after: Project): boolean {
  return outline(before) === outline(after);
}

function outline({files, supplied, settingsModule}: Project): string {
  const settings = `${settingsModule.replaceAll('.', '/')}.py`;
  const all = [...files, ...supplied];
  const paths = all.map(({path, storedAs = path}) => storedAs).toSorted();
  const texts = all.filter(({path}) => path === settings).map(({content}) => content);
  return JSON.stringify([paths, texts]);
}
