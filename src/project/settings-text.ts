import {DEFAULT_PROJECT} from './names.js';
import {isEntryOf} from './author-settings.js';
import {moduleName} from './source-tree.js';
import {baseDir, list, settingBlocks, type Block} from './setting-blocks.js';
import type {Site} from './site.js';

/** A whole settings module, in the order and the spirit of a new project's. */
export function settingsText(site: Site): string {
  const project = moduleName(site.projectFolder) || DEFAULT_PROJECT;
  const texts = settingBlocks(site, 'BASE_DIR').map(({python}) => python);
  return [
    `"""Settings of ${project}, supplied by the playground."""\n\nfrom pathlib import Path`,
    ...texts,
  ]
    .join('\n\n')
    .concat('\n');
}

/** What the author's settings leave out, as Python to be appended to them. */
export interface Completion {
  readonly python: string;
  /** One sentence each. */
  readonly notes: readonly string[];
}

/** Complete the author's settings; `undefined` where nothing is missing. */
export function completeSettings(site: Site): Completion | undefined {
  const {author} = site;
  if (author === undefined) return undefined;
  const missing = settingBlocks(site, 'Path(BASE_DIR)').filter(
    ({name, vital}) => vital && !author.gives(name),
  );
  const needsBase = missing.some(({python}) => python.includes('BASE_DIR'));
  const base = needsBase && !author.gives('BASE_DIR') ? [baseDir(site)] : [];
  const apps = author.gives('INSTALLED_APPS')
    ? site.apps
        .map(app => app.name)
        .filter(app => !author.apps.some(entry => isEntryOf(app, entry)))
    : [];
  if (missing.length === 0 && apps.length === 0) return undefined;
  const parts = [
    '# Added by the playground: what the settings above leave out.',
    ...(needsBase ? ['from pathlib import Path'] : []),
    ...[...base, ...missing].map(guarded),
    ...(apps.length > 0 ? [appendApps(apps)] : []),
  ];
  const left = missing.map(({name}) => name);
  return {
    python: `\n\n${parts.join('\n\n')}\n`,
    notes: [
      ...(left.length > 0
        ? [`${author.path} leaves out ${left.join(', ')}; the copy that runs has a default.`]
        : []),
      ...(apps.length > 0
        ? [
            `${author.path} does not list ${apps.join(', ')} in INSTALLED_APPS; the copy that runs does.`,
          ]
        : []),
    ],
  };
}

/** Settings may come from an `import *` that was not read, so the last word is Python's. */
function guarded({name, python}: Block): string {
  const indented = python.replace(/^(?=.)/gm, '    ');
  return `if "${name}" not in globals():\n${indented}`;
}

/** The list may be a tuple, and may name an app by its `AppConfig`. */
function appendApps(apps: readonly string[]): string {
  return `import re

for _app in ${list(apps)}:
    _entry = re.compile(re.escape(_app) + r"((\\.apps)?\\.[A-Z]\\w*)?")
    if not any(map(_entry.fullmatch, INSTALLED_APPS)):
        INSTALLED_APPS = [*INSTALLED_APPS, _app]`;
}
