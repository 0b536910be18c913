import {strToU8, zipSync, type Zippable} from 'fflate';
import type {StoredFile} from '../protocol/project.js';
import {README, type ReadmeText} from './readme.js';
import {requirements, type Asked} from './requirements.js';
import {slug} from './slug.js';

/** What goes into an archive. */
export interface ArchiveContent {
  /** What the project is called; the archive is named after it. */
  readonly title: string;
  /** The project's files where they run. */
  readonly files: readonly StoredFile[];
  /** What Django wrote. */
  readonly written: readonly StoredFile[];
  /** Whether its database and uploads come along; migrations that it wrote always do. */
  readonly data: boolean;
  /** Django's exact version. */
  readonly django: string;
  readonly requirements?: Asked;
  /** Whether it needs Node, for its JavaScript. */
  readonly rendersInNode?: boolean;
  /** `name:password` of the superuser that the database has. */
  readonly superuser?: string | undefined;
}

/** A zip, and what the file is called. */
export interface Archive {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A project as a zip with one folder in it, which runs under an ordinary Python: what it needs is
 * in `requirements.txt`, and how to start it in `README.md`.
 *
 * @param readme What the `README.md` says; English by default.
 */
export function toArchive(content: ArchiveContent, readme: ReadmeText = README): Archive {
  const {title, django, superuser, rendersInNode = false} = content;
  const written = content.written.filter(({path}) => content.data || path.endsWith('.py'));
  const files = new Map(
    [...content.files, ...written].map(({path, content: bytes}) => [path, bytes]),
  );
  const hasData = written.some(({path}) => !path.endsWith('.py'));
  files.set('requirements.txt', strToU8(requirements(files, django, content.requirements)));
  const text = readme({
    title,
    django,
    rendersInNode,
    ...(hasData ? superuser && {superuser} : {migrate: migrateArguments(files)}),
  });
  files.set(files.has('README.md') ? 'RUN.md' : 'README.md', strToU8(text));

  const folder = slug(title);
  const tree: Zippable = Object.fromEntries(
    [...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]),
  );
  return {name: `${folder}.zip`, bytes: zipSync(tree)};
}

/** Apps without migrations get their tables all the same, as they do in the page. */
function migrateArguments(files: ReadonlyMap<string, unknown>): string {
  const apps = [...files.keys()].flatMap(
    path => /^(.*\/)models(?:\.py|\/__init__\.py)$/.exec(path)?.[1] ?? [],
  );
  const isPlain = apps.every(app =>
    [...files.keys()].some(path => path.startsWith(`${app}migrations/0`)),
  );
  return isPlain ? '' : ' --run-syncdb';
}
