import {DEFAULT_PROJECT} from './names.js';
import {folders, isImportable, type SourceTree} from './source-tree.js';

/** A Django app among the files. */
export interface App {
  /** Dotted, as in `INSTALLED_APPS`. */
  readonly name: string;
  readonly folder: string;
}

/** What only an app has. */
const OF_AN_APP = ['models', 'apps', 'admin', 'migrations', 'templatetags', 'management'];

/** What an app has, but a package inside an app or a project as well. */
const OF_ANY = ['views', 'urls', 'forms', 'tests'];

/** Of the project package only these make an app. */
const OF_A_PROJECT = ['models', 'apps', 'migrations'];

/** Folders that are parts of an app, never apps, wherever they lie in another. */
const PARTS = new Set(
  `admin fixtures forms locale management media migrations models settings static templates
  templatetags tests urls views`.split(/\s+/),
);

export interface AppSearch {
  /** The project package's folder; `''` where settings lie at the root. */
  readonly projectFolder: string;
  /** Whether nobody but the playground writes `INSTALLED_APPS`, so that one more does no harm. */
  readonly generous: boolean;
}

/**
 * The apps among the files, by folder. A package within an app is a part of it unless it holds
 * what only an app has; the project package is one if it has models, or templates of its own.
 */
export function findApps(tree: SourceTree, {projectFolder, generous}: AppSearch): App[] {
  const found = new Set<string>();
  for (const folder of tree.folders) {
    if (
      !isImportable(folder) ||
      folder
        .split('/')
        .slice(1)
        .some(part => PARTS.has(part))
    )
      continue;
    const holds = (name: string) => tree.holdsModule(folder, name);
    const isProject = folder === projectFolder;
    const within = isProject || folders(folder).some(outer => found.has(outer));
    const isApp =
      (isProject ? OF_A_PROJECT : OF_AN_APP).some(holds) ||
      (!within && OF_ANY.some(holds)) ||
      (isProject && generous && (OF_AN_APP.some(holds) || holdsAssets(tree, folder)));
    if (isApp) found.add(folder);
  }
  return [...found].map(folder => ({name: folder.replaceAll('/', '.'), folder}));
}

function holdsAssets(tree: SourceTree, folder: string): boolean {
  return tree.hasFolder(`${folder}/templates`) || tree.hasFolder(`${folder}/static`);
}

/** Whether a folder holds a URLconf and nothing that would make it an app. */
export function isLoneUrlconf(tree: SourceTree, folder: string): boolean {
  // In the package that new projects are named after, views may stand beside it.
  const others = folder === DEFAULT_PROJECT ? OF_AN_APP : [...OF_AN_APP, 'views', 'forms', 'tests'];
  return tree.has(`${folder}/urls.py`) && !others.some(name => tree.holdsModule(folder, name));
}
