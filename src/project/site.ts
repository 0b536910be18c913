import {findApps, isLoneUrlconf, type App} from './apps.js';
import {
  findSettings,
  isEntryOf,
  settingsModuleNamed,
  type AuthorSettings,
} from './author-settings.js';
import type {Layout} from './layout.js';
import {DEFAULT_PROJECT, freeName, projectFolderOf} from './names.js';
import {join, moduleName, type SourceTree} from './source-tree.js';

/** The six apps that a new project has, in Django's own order. */
export const CONTRIB_APPS = [
  'django.contrib.admin',
  'django.contrib.auth',
  'django.contrib.contenttypes',
  'django.contrib.sessions',
  'django.contrib.messages',
  'django.contrib.staticfiles',
] as const;

/** What the author's files amount to, and so what is left to supply. */
export interface Site {
  readonly tree: SourceTree;
  readonly author: AuthorSettings | undefined;
  /** Folder of the project package, `''` where settings lie at the root. */
  readonly projectFolder: string;
  readonly settingsPath: string;
  /** Dotted path of the root URLconf; `undefined` where the author's settings hide it. */
  readonly urlconf: string | undefined;
  readonly apps: readonly App[];
  /** The app made around modules that lay at the root. */
  readonly wrapper: string | undefined;
  /** Which of Django's own apps are installed. */
  readonly contrib: ReadonlySet<string>;
}

/** Read a laid out project. */
export function readSite({tree, wrapper}: Layout): Site {
  const author = findSettings(tree);
  const settingsPath = author?.path ?? suppliedSettingsPath(tree);
  const projectFolder = projectFolderOf(settingsPath);
  const given = author?.gives('INSTALLED_APPS') ? author.apps : CONTRIB_APPS;
  return {
    tree,
    author,
    projectFolder,
    settingsPath,
    urlconf: author?.gives('ROOT_URLCONF')
      ? author.rootUrlconf
      : moduleName(join(projectFolder, 'urls.py')),
    apps: findApps(tree, {projectFolder, generous: author === undefined}),
    wrapper,
    contrib: new Set(CONTRIB_APPS.filter(app => given.some(entry => isEntryOf(app, entry)))),
  };
}

/** Where settings go that the author left out: where a starter or a root URLconf expects them. */
function suppliedSettingsPath(tree: SourceTree): string {
  const named = settingsModuleNamed(tree);
  if (named !== undefined) return `${named.replaceAll('.', '/')}.py`;
  return `${rootUrlconfFolder(tree) ?? freeProjectName(tree)}/settings.py`;
}

/** The folder whose URLconf is the project's, not an app's. */
function rootUrlconfFolder(tree: SourceTree): string | undefined {
  const atTop = tree.folders.filter(folder => !folder.includes('/'));
  const servesAdmin = (folder: string) =>
    /\badmin\.site\.urls\b/.test(tree.text(`${folder}/urls.py`));
  const lone = atTop.filter(folder => isLoneUrlconf(tree, folder));
  return lone.find(servesAdmin) ?? (lone.length === 1 ? lone[0] : atTop.find(servesAdmin));
}

/** A package of this name may be an app; its URLs are then its own. */
function freeProjectName(tree: SourceTree): string {
  return freeName(DEFAULT_PROJECT, name => tree.has(`${name}/urls.py`) || tree.has(`${name}.py`));
}
