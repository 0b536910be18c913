import {findSettings} from './author-settings.js';
import {freeName, projectFolderOf} from './names.js';
import {codeOnly} from './python-tokens.js';
import {withoutComments} from './python.js';
import {folderOf, type SourceTree} from './source-tree.js';

/** An app made around modules that lie at the root. */
export interface Wrapper {
  readonly name: string;
  readonly moves: ReadonlyMap<string, string>;
}

/** Modules at the root that need an app around them. */
const LONE_MODULES = ['views', 'models', 'admin', 'urls', 'forms', 'tests', 'apps'];

/** Folders at the root that do. */
const LONE_FOLDERS = ['models', 'views', 'migrations', 'templatetags', 'management'];

/** What else Django looks for in an app. Templates and static files are found at the root. */
const APP_FOLDERS = new Set([...LONE_FOLDERS, 'forms', 'tests', 'fixtures', 'locale']);

/** Modules that belong at the root. */
const ROOT_MODULES = new Set(['__init__', 'manage', 'asgi', 'wsgi', 'settings', 'conftest']);

/** The modules and folders at the root that need an app around them, without `.py`. */
export function loneModules(tree: SourceTree): string[] {
  return [
    ...LONE_MODULES.filter(name => tree.has(`${name}.py`)),
    ...LONE_FOLDERS.filter(name => tree.hasFolder(name) && tree.holdsModule('', name)),
  ];
}

/** The app that the lone modules of a project need, if there are any. */
export function findWrapper(tree: SourceTree): Wrapper | undefined {
  const settings = findSettings(tree);
  const isFlat = settings !== undefined && projectFolderOf(settings.path) === '';
  if (isFlat || loneModules(tree).length === 0) return undefined;
  const name = wrapperName(tree);
  const moving = tree.paths.filter(path => belongsInside(tree, path));
  return {name, moves: new Map(moving.map(path => [path, `${name}/${path}`]))};
}

function belongsInside(tree: SourceTree, path: string): boolean {
  const [first = '', second] = path.split('/');
  if (second !== undefined) return APP_FOLDERS.has(first);
  const module = /^(.+)\.py$/.exec(first)?.[1];
  if (module === undefined || ROOT_MODULES.has(module)) return false;
  return LONE_MODULES.includes(module) || !isImportedFromRoot(tree, module);
}

/** Whether some file imports a module by its bare name, so that it has to stay at the root. */
function isImportedFromRoot(tree: SourceTree, module: string): boolean {
  const importing = new RegExp(`^[ \\t]*(?:from|import)[ \\t]+${module}\\b`, 'm');
  return tree.paths.some(path => path.endsWith('.py') && importing.test(codeOnly(tree.text(path))));
}

/** The name that the author's own `AppConfig` or URLconf gives the app, or simply `app`. */
function wrapperName(tree: SourceTree): string {
  const named =
    /^\s+name\s*=\s*["']([a-z_]\w*)["']/m.exec(withoutComments(tree.text('apps.py'))) ??
    /^app_name\s*=\s*["']([a-z_]\w*)["']/m.exec(withoutComments(tree.text('urls.py')));
  const packages = tree.paths.filter(path => path.endsWith('.py')).map(folderOf);
  const labels = packages.map(folder => folder.replace(/.*\//, ''));
  const atRoot = tree.namesIn('').map(entry => entry.replace(/\.py$/, ''));
  const taken = new Set([...labels, ...atRoot]);
  return freeName(named?.[1] ?? 'app', name => taken.has(name));
}
