import type {Project, ProjectFile} from '../protocol/project.js';
import {completeSettings, settingsText} from './settings-text.js';
import {layOut} from './layout.js';
import {readSite, type Site} from './site.js';
import {folders, isImportable, join, moduleName, type SourceTree} from './source-tree.js';
import {manageText, serverText} from './starter-text.js';
import {appUrlconfText, isWanted, rootUrlconfText} from './urlconf-text.js';

type Supplied = Map<string, string>;

/**
 * A project that runs, out of whatever files the author gave: what is missing is supplied, what is
 * given wins, also in part. The same files always give the same project.
 *
 * @param files Checked files, see `checkFiles`.
 */
export function completeProject(files: readonly ProjectFile[]): Project {
  const layout = layOut(files);
  const site = readSite(layout);
  const settingsModule = moduleName(site.settingsPath);

  const supplied = supplyMissing(site, settingsModule);
  const completion = completeSettings(site);
  const left = [...supplied.keys()];
  if (completion) {
    const given = site.tree.text(site.settingsPath);
    supplied.set(site.settingsPath, given + completion.python);
  }
  return {
    files: layout.files,
    supplied: [...supplied].map(([path, content]) => ({path, content})),
    settingsModule,
    notes: [
      ...layout.files
        .filter(file => file.storedAs !== undefined)
        .map(({path, storedAs}) => `${path} runs as ${storedAs}.`),
      ...(left.length > 0 ? [`Supplied: ${left.join(', ')}.`] : []),
      ...(completion?.notes ?? []),
    ],
  };
}

function supplyMissing(site: Site, settingsModule: string): Supplied {
  const supplied: Supplied = new Map();
  const supply = (path: string, text: () => string) => {
    if (!site.tree.has(path)) supplied.set(path, text());
  };
  const inProject = (name: string) => join(site.projectFolder, name);

  supply('manage.py', () => manageText(settingsModule));
  supply(site.settingsPath, () => settingsText(site));
  supply(inProject('asgi.py'), () => serverText('asgi', settingsModule));
  supply(inProject('wsgi.py'), () => serverText('wsgi', settingsModule));

  for (const app of site.apps.filter(each => isWanted(each, site))) {
    const text = appUrlconfText(app, site.tree);
    if (text !== undefined) supplied.set(`${app.folder}/urls.py`, text);
  }
  const tree = site.tree.with(supplied);
  if (site.urlconf !== undefined && !tree.moduleFile(site.urlconf)) {
    supplied.set(`${site.urlconf.replaceAll('.', '/')}.py`, rootUrlconfText({...site, tree}));
  }
  for (const path of missingInits(site.tree.with(supplied))) supplied.set(path, '');
  return supplied;
}

/** Every folder on the way to a Python module is a package, but where Django keeps other files. */
function missingInits(tree: SourceTree): string[] {
  const packages = tree.paths
    .filter(path => path.endsWith('.py') && !/(?:^|\/)(?:templates|static|media)\//.test(path))
    .flatMap(folders);
  return [...new Set(packages)]
    .filter(isImportable)
    .map(folder => `${folder}/__init__.py`)
    .filter(path => !tree.has(path));
}
