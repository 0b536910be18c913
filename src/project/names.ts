import {folderOf} from './source-tree.js';

/** The project package where nothing names another. */
export const DEFAULT_PROJECT = 'mysite';

/** The folder of the project package, given its settings; `''` where they lie at the root. */
export function projectFolderOf(settingsPath: string): string {
  const folder = folderOf(settingsPath);
  return folder.replace(/(?:^|\/)settings$/, '');
}

/** A name that is not taken: the preferred one, or it with the first number that is free. */
export function freeName(preferred: string, isTaken: (name: string) => boolean): string {
  let name = preferred;
  for (let number = 2; isTaken(name); number += 1) name = `${preferred}${number}`;
  return name;
}
