import type {Patch, ProjectFile} from '../protocol/project.js';
import type {SavedFiles} from '../protocol/storage.js';

/** A file that the reader had changed, and that a step brings in a version of its own. */
export interface Conflict {
  readonly path: string;
  /** Path that the reader's version has now. */
  readonly mine: string;
}

/** What comes from one step to the next. */
export interface CarriedFiles {
  readonly files: SavedFiles;
  readonly conflicts: readonly Conflict[];
}

type Content = ProjectFile['content'];

/**
 * What a reader made of a step's files, as it goes into the next step. A version that the next step
 * has another one of is kept beside it.
 *
 * @param saved What the reader made of the earlier step's files.
 * @param patch What the next step makes of the author's.
 * @param files The author's files in the next step.
 */
export function carryOver(
  saved: SavedFiles,
  patch: Patch,
  files: readonly ProjectFile[],
): CarriedFiles {
  const own = new Map(patch.files.map(({path, content}) => [path, content]));
  const gone = new Set(patch.removed);
  const carried = new Map<string, Content>();
  const rivals: [path: string, content: Content][] = [];
  for (const [path, content] of contentsOf(saved)) {
    const brought = own.get(path);
    if (brought === undefined && !gone.has(path)) carried.set(path, content);
    else if (brought === undefined || !isSame(brought, content)) rivals.push([path, content]);
  }
  const conflicts = rivals.map(([path, content]): Conflict => {
    const mine = freePath(
      path,
      each => carried.has(each) || files.some(file => file.path === each),
    );
    carried.set(mine, content);
    return {path, mine};
  });
  const paths = new Set(files.map(({path}) => path));
  const removed = saved.removed?.filter(path => paths.has(path) && !own.has(path)) ?? [];
  return {
    files: {
      ...toSaved(carried),
      ...(removed.length > 0 && {removed}),
      ...(saved.order && {order: saved.order}),
    },
    conflicts,
  };
}

/** @param isTaken Whether there is such a file already. */
function freePath(path: string, isTaken: (path: string) => boolean): string {
  const [, stem = path, suffix = ''] = /^(.*[^/])(\.[^./]+)$/.exec(path) ?? [];
  for (let number = 1; ; number++) {
    const name = `${stem}.mine${number > 1 ? number : ''}${suffix}`;
    if (!isTaken(name)) return name;
  }
}

function contentsOf({edits, bytes = []}: SavedFiles): [string, Content][] {
  return [
    ...Object.entries(edits),
    ...bytes.map(({path, content}): [string, Content] => [path, content]),
  ];
}

function toSaved(contents: ReadonlyMap<string, Content>): SavedFiles {
  const edits: Record<string, string> = {};
  const bytes: {path: string; content: Uint8Array<ArrayBuffer>}[] = [];
  for (const [path, content] of contents) {
    if (typeof content === 'string') edits[path] = content;
    else bytes.push({path, content});
  }
  return {edits, ...(bytes.length > 0 && {bytes})};
}

/** Who types what the next step shows has typed it with other spaces at the ends of lines. */
function isSame(one: Content, other: Content): boolean {
  if (typeof one === 'string' && typeof other === 'string') return bare(one) === bare(other);
  if (typeof one === 'string' || typeof other === 'string') return false;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function bare(text: string): string {
  return text.replace(/[ \t\r]+$/gm, '').trim();
}
