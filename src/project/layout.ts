import type {ProjectFile} from '../protocol/project.js';
import {findSettings, settingsModuleNamed} from './author-settings.js';
import {DEFAULT_PROJECT, projectFolderOf} from './names.js';
import {findWrapper, loneModules} from './wrapper.js';
import {folderOf, SourceTree} from './source-tree.js';

/** Where each of the author's files runs. */
export interface Layout {
  /** In the author's order, with `storedAs` where a file runs elsewhere than it is shown. */
  readonly files: readonly ProjectFile[];
  /** The files where they run. */
  readonly tree: SourceTree;
  /** The package made around modules that lay at the root. */
  readonly wrapper: string | undefined;
}

type Moves = ReadonlyMap<string, string>;

/**
 * Give each file the place it runs at. Django wants its modules in packages, below the folder of
 * `manage.py`; a docs page may well show a lone `views.py`, or a project within another folder.
 */
export function layOut(files: readonly ProjectFile[]): Layout {
  let tree = new SourceTree(
    files.map(({path, content}) => [path, typeof content === 'string' ? content : '']),
  );
  let places = new Map(files.map(({path}) => [path, path]));
  const apply = (moves: Moves) => {
    tree = tree.moved(moves);
    places = new Map([...places].map(([path, place]) => [path, moves.get(place) ?? place]));
  };

  apply(liftProject(tree));
  apply(placeProjectModules(tree));
  const wrapper = findWrapper(tree);
  if (wrapper) apply(wrapper.moves);

  return {
    files: files.map(file => {
      const place = places.get(file.path) ?? file.path;
      const {storedAs: _, ...shown} = file;
      return place === file.path ? shown : {...shown, storedAs: place};
    }),
    tree,
    wrapper: wrapper?.name,
  };
}

/** A project within a folder, as `django-admin startproject` makes it, runs from that folder. */
function liftProject(tree: SourceTree): Moves {
  const [manage] = tree.paths
    .filter(path => /(?:^|\/)manage\.py$/.test(path))
    .toSorted((one, other) => one.split('/').length - other.split('/').length);
  const base = manage === undefined ? '' : folderOf(manage);
  const inside = (path: string) => path.startsWith(`${base}/`);
  if (base === '' || !tree.paths.every(path => inside(path) || !path.endsWith('.py'))) {
    return new Map();
  }
  return new Map(tree.paths.filter(inside).map(path => [path, path.slice(base.length + 1)]));
}

/**
 * Settings at the root that do not belong there, and a URLconf that stands alone there, run in the
 * project package.
 */
function placeProjectModules(tree: SourceTree): Moves {
  const moves = new Map<string, string>();
  const settings = findSettings(tree);
  const urlconf = settings?.rootUrlconf;
  let home = settings ? projectFolderOf(settings.path) : DEFAULT_PROJECT;
  if (settings?.path === 'settings.py' && settingsModuleNamed(tree) !== settings.module) {
    const belongsAtRoot = settings.gives('ROOT_URLCONF') && !urlconf?.includes('.');
    const target = urlconf?.split('.')[0] ?? DEFAULT_PROJECT;
    if (!belongsAtRoot && !tree.has(`${target}/settings.py`)) {
      home = target;
      moves.set('settings.py', `${home}/settings.py`);
    }
  }
  const standsAlone =
    loneModules(tree).join() === 'urls' && !/^\s*from\s+\./m.test(tree.text('urls.py'));
  const isRoot = urlconf === undefined || urlconf === `${home}.urls`;
  if (home && standsAlone && isRoot && !tree.has(`${home}/urls.py`)) {
    moves.set('urls.py', `${home}/urls.py`);
  }
  return moves;
}
