import {statements, strings, withoutComments} from './python.js';
import {folderOf, moduleName, type SourceTree} from './source-tree.js';

/** The settings that the author gave, read without running them. */
export interface AuthorSettings {
  readonly path: string;
  /** Dotted path, e.g. `mysite.settings`. */
  readonly module: string;
  /** Whether a setting is assigned, here or in the modules beside it. */
  gives(name: string): boolean;
  /** The entries of `INSTALLED_APPS`, as far as they are written out. */
  readonly apps: readonly string[];
  /** The root URLconf's module where it is written out. */
  readonly rootUrlconf: string | undefined;
}

/** Which module of a `settings` package is the one to run; the first that is there. */
const IN_SETTINGS_PACKAGE = ['__init__', 'local', 'dev', 'development', 'settings', 'base'];

/** The author's settings, where there are any. */
export function findSettings(tree: SourceTree): AuthorSettings | undefined {
  const named = settingsModuleNamed(tree);
  const path = (named && tree.moduleFile(named)) ?? candidates(tree)[0];
  return path === undefined ? undefined : readSettings(tree, path);
}

/** What the author's `manage.py`, `asgi.py` or `wsgi.py` names as the settings module. */
export function settingsModuleNamed(tree: SourceTree): string | undefined {
  const starters = /(?:^|\/)(?:manage|asgi|wsgi)\.py$/;
  const byDepth = tree.paths.filter(path => starters.test(path)).toSorted(byLength);
  for (const path of byDepth) {
    const naming = /DJANGO_SETTINGS_MODULE["']\s*(?:,|\]\s*=)\s*["']([\w.]+)["']/;
    const name = naming.exec(withoutComments(tree.text(path)))?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

function candidates(tree: SourceTree): string[] {
  const modules = tree.paths.filter(path => /(?:^|\/)settings\.py$/.test(path));
  const packages = tree.folders
    .filter(folder => /(?:^|\/)settings$/.test(folder))
    .flatMap(folder => {
      const file = (name: string) => `${folder}/${name}.py`;
      const full = (name: string) => tree.text(file(name)).trim() !== '';
      const name = IN_SETTINGS_PACKAGE.find(full);
      return name === undefined ? [] : [file(name)];
    });
  // An app may have a module of settings too: one that names what only a project has comes first.
  const isProjects = (path: string) => /INSTALLED_APPS|ROOT_URLCONF/.test(tree.text(path));
  const sorted = [...modules, ...packages].toSorted(byLength);
  return [...sorted.filter(isProjects), ...sorted.filter(path => !isProjects(path))];
}

function byLength(one: string, other: string): number {
  return one.split('/').length - other.split('/').length;
}

function readSettings(tree: SourceTree, path: string): AuthorSettings {
  const found = [path, ...siblings(tree, path)].flatMap(file => statements(tree.text(file)));
  const assigning = (name: string) =>
    found.filter(({code}) => new RegExp(`^\\s*${name}\\s*(?::[^=]*)?[+|]?=(?!=)`).test(code));
  return {
    path,
    module: moduleName(path),
    gives: name => assigning(name).length > 0,
    // Lists are often put together from several, e.g. `DJANGO_APPS + LOCAL_APPS`.
    apps: found.filter(({code}) => /\b\w*APPS\b/.test(code)).flatMap(({text}) => strings(text)),
    rootUrlconf: assigning('ROOT_URLCONF').flatMap(({text}) => strings(text))[0],
  };
}

/** The other modules of a `settings` package, from which its settings are usually imported. */
function siblings(tree: SourceTree, path: string): string[] {
  const folder = folderOf(path);
  if (!/(?:^|\/)settings$/.test(folder)) return [];
  return tree.paths.filter(
    other => other !== path && folderOf(other) === folder && other.endsWith('.py'),
  );
}

/** Whether an entry of `INSTALLED_APPS` stands for an app: its name, or its `AppConfig`. */
export function isEntryOf(app: string, entry: string): boolean {
  return (
    entry === app ||
    (entry.startsWith(app) && /^(\.apps)?\.[A-Z]\w*$/.test(entry.slice(app.length)))
  );
}
