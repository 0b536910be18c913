import type {Project, StoredFile} from '../protocol/project.js';

/**
 * The files as they lie in the interpreter's project folder, and in a download: the author's where
 * they run, then what was supplied, which wins where it is the completed copy of an author's file.
 */
export function toStoredFiles(project: Project): StoredFile[] {
  const stored = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const {path, storedAs = path, content} of [...project.files, ...project.supplied]) {
    stored.set(storedAs, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return [...stored].map(([path, content]) => ({path, content}));
}
