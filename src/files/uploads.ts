/** Files from the reader's own disk. */
import type {ProjectFile} from '../protocol/project.js';
import type {OperationsStrings} from './strings.js';

/** A file before it is read. */
export interface Upload {
  /** In the project. */
  readonly path: string;
  readonly file: File;
}

/** Megabytes that a file may have; text has to be edited. */
const TEXT_LIMIT = 5;
const OTHER_LIMIT = 50;

const MEGABYTE = 1_000_000;

/** What somebody chose; of a folder with the paths in it. */
export function chosenUploads(files: Iterable<File>): Upload[] {
  return [...files].map(file => ({path: file.webkitRelativePath || file.name, file}));
}

/** What somebody dropped, folders with all that is in them. */
export async function droppedUploads(
  entries: readonly (FileSystemEntry | null)[],
  files: readonly File[],
): Promise<Upload[]> {
  const found = entries.filter(entry => entry !== null);
  if (found.length === 0) return chosenUploads(files);
  return (await Promise.all(found.map(walk))).flat();
}

/**
 * @returns the files, and a sentence for each that could not be taken.
 */
export async function readUploads(
  uploads: readonly Upload[],
  strings: OperationsStrings,
): Promise<{files: ProjectFile[]; refused: string[]}> {
  const files: ProjectFile[] = [];
  const refused: string[] = [];
  for (const {path, file} of uploads) {
    if (file.size > OTHER_LIMIT * MEGABYTE) {
      refused.push(strings.tooLarge(path, OTHER_LIMIT, false));
      continue;
    }
    try {
      const content = textOrBytes(new Uint8Array(await file.arrayBuffer()));
      if (typeof content === 'string' && file.size > TEXT_LIMIT * MEGABYTE) {
        refused.push(strings.tooLarge(path, TEXT_LIMIT, true));
      } else {
        files.push({path, content});
      }
    } catch {
      refused.push(strings.unreadable(path));
    }
  }
  return {files, refused};
}

async function walk(entry: FileSystemEntry): Promise<Upload[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{path, file}];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(walk))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** Text where the bytes are UTF-8. */
function textOrBytes(bytes: Uint8Array<ArrayBuffer>): ProjectFile['content'] {
  if (bytes.includes(0)) return bytes;
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return bytes;
  }
}
