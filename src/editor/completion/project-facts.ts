import type {ProjectFile} from '../../protocol/project.js';
import {pythonFacts, type ClassFacts, type PythonFacts} from './python-facts.js';

/** What a project's files say of it: enough to complete names. */
export interface ProjectFacts {
  /** What each module defines, by its dotted path. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  readonly models: readonly ClassFacts[];
  readonly urlNames: readonly string[];
  readonly templates: readonly string[];
  readonly staticFiles: readonly string[];
  /** Libraries of template tags. */
  readonly libraries: readonly string[];
  readonly contexts: ReadonlyMap<string, readonly string[]>;
}

/** Reads projects, and each of their files only once for as long as it stays the same. */
export class ProjectReader {
  readonly #known = new Map<string, {readonly content: string; readonly facts: PythonFacts}>();

  read(files: readonly ProjectFile[]): ProjectFacts {
    const found = files.flatMap(({path, storedAs = path, content}) =>
      typeof content === 'string' && path.endsWith('.py')
        ? [{path: storedAs, facts: this.#facts(path, content)}]
        : [],
    );
    const paths = new Set(files.map(({path}) => path));
    for (const path of this.#known.keys()) if (!paths.has(path)) this.#known.delete(path);
    const classes = found.flatMap(({facts}) => facts.classes);
    const below = (folder: string): string[] =>
      files.flatMap(({path}) => {
        const [, name] = new RegExp(`(?:^|/)${folder}/(.+)$`).exec(path) ?? [];
        return name === undefined ? [] : [name];
      });
    return {
      modules: new Map(found.map(({path, facts}) => [moduleOf(path), facts.names])),
      models: modelsAmong(classes),
      urlNames: found.flatMap(({facts}) => facts.urlNames),
      templates: below('templates'),
      staticFiles: below('static'),
      libraries: below('templatetags').flatMap(name => /^(?!__)(\w+)\.py$/.exec(name)?.[1] ?? []),
      contexts: new Map(found.flatMap(({facts}) => Array.from(facts.contexts))),
    };
  }

  #facts(path: string, content: string): PythonFacts {
    const known = this.#known.get(path);
    if (known?.content === content) return known.facts;
    const facts = pythonFacts(path, content);
    this.#known.set(path, {content, facts});
    return facts;
  }
}

/** The dotted path of a file's module. */
export function moduleOf(path: string): string {
  return path
    .replace(/\.py$/, '')
    .replace(/(?:^|\/)__init__$/, '')
    .replaceAll('/', '.');
}

/** Those that are models, or inherit from one of the project's. */
function modelsAmong(classes: readonly ClassFacts[]): ClassFacts[] {
  const names = new Set(['Model', 'AbstractUser', 'AbstractBaseUser']);
  const models: ClassFacts[] = [];
  for (const each of classes) {
    if (!each.bases.some(base => names.has(base))) continue;
    names.add(each.name);
    const inherited = each.bases.flatMap(base => models.find(({name}) => name === base) ?? []);
    const members = new Map([
      ...inherited.flatMap(base => Array.from(base.members)),
      ...each.members,
    ]);
    const relations = new Map([
      ...inherited.flatMap(base => Array.from(base.relations)),
      ...each.relations,
    ]);
    models.push({...each, members, relations});
  }
  return models;
}
