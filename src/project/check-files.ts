import {PlaygroundError, type FailureCode} from '../protocol/failure.js';

/** As much of a file as its path's check needs. */
interface NamedFile {
  /** Empty where the author gave none. */
  readonly path: string;
}

/**
 * The files with their paths in normal form (`./polls/views.py` is `polls/views.py`), once it is
 * clear that each has a path of its own inside the project.
 *
 * @throws PlaygroundError `no-files`, `file-without-path`, `bad-path` or `duplicate-path`.
 */
export function checkFiles<File extends NamedFile>(files: readonly File[]): File[] {
  if (files.length === 0) {
    throw failure('no-files', noFiles());
  }
  const checked = files.map((file, index) => {
    if (file.path === '') {
      throw failure(
        'file-without-path',
        `File ${index + 1} of this playground has no path. ` +
          `Say where it belongs in the project, for example ${markup('polls/views.py')}.`,
      );
    }
    return {...file, path: normalPath(file.path)};
  });
  checkClashes(checked.map(file => file.path));
  return checked;
}

/** What is said where there are none. */
export function noFiles(): string {
  return `This playground has no files. Put at least one inside its tag: ${markup('views.py')}.`;
}

function normalPath(path: string): string {
  const parts = path.split('/').filter(part => part !== '.');
  const wrong = fault(path, parts);
  if (wrong === undefined) return parts.join('/');
  const kept = path
    .split(/[/\\]/)
    .map(part => part.replace(/[\p{Cc}"<>]/gu, ''))
    .filter(part => !/^(|\.\.?|[a-z]:)$/i.test(part));
  throw failure(
    'bad-path',
    `The path ${JSON.stringify(path)} ${wrong}. Paths start at the project's root and have a / ` +
      `between their parts, for example ${markup(kept.join('/') || 'polls/views.py')}.`,
  );
}

/** What is wrong with a path, as the rest of a sentence. */
function fault(path: string, parts: readonly string[]): string | undefined {
  if (/\p{Cc}/u.test(path)) return 'contains a control character';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'is absolute';
  if (path.includes('\\')) return 'contains a backslash';
  if (parts.includes('..')) return 'climbs out of a folder with “..”';
  if (path.endsWith('/')) return 'names a folder, not a file';
  if (parts.length === 0 || parts.includes('')) return 'has an empty part';
  return undefined;
}

function checkClashes(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(path)) {
      throw failure(
        'duplicate-path',
        `Two files of this playground have the path “${path}”. ` +
          `Remove one of them, or give one of them another path in its ${markup(path)}.`,
      );
    }
    seen.add(path);
  }
  for (const path of paths) {
    const folder = paths.find(other => other.startsWith(`${path}/`));
    if (folder !== undefined) {
      throw failure(
        'bad-path',
        `“${path}” cannot be a file and, because of “${folder}”, a folder as well. ` +
          `Give one of them another path in its ${markup(path)}.`,
      );
    }
  }
}

/** A child as the author would write it. */
export function markup(path: string, attributes = ''): string {
  return `<script type="text/x-django" path="${path}"${attributes && ` ${attributes}`}>`;
}

function failure(code: FailureCode, message: string): PlaygroundError {
  return new PlaygroundError({code, message});
}
