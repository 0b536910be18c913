import type {Patch, ProjectFile} from '../protocol/project.js';

/**
 * The files of a step: those of the step before, and what its own children make of them. The file
 * shown first is one of the step's own, where it has any.
 */
export function patched(files: readonly ProjectFile[], patch: Patch): readonly ProjectFile[] {
  const own = chosen(patch.files);
  const contents = new Map(own.map(file => [file.path, file]));
  const gone = new Set(patch.removed);
  const isChoice = own.some(({selected}) => selected);
  const kept = files.flatMap(file => {
    const replacement = contents.get(file.path);
    contents.delete(file.path);
    if (replacement) return [replacement];
    return gone.has(file.path) ? [] : [isChoice ? unchosen(file) : file];
  });
  return [...kept, ...contents.values()];
}

/** With one that is shown first: the author's choice, or else the first that has a tab. */
function chosen(files: readonly ProjectFile[]): readonly ProjectFile[] {
  if (files.some(({selected}) => selected)) return files;
  const first = files.find(({hidden}) => !hidden);
  return files.map(file => (file === first ? {...file, selected: true} : file));
}

function unchosen(file: ProjectFile): ProjectFile {
  const {selected: _, ...rest} = file;
  return rest;
}
