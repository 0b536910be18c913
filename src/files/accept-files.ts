import {DRAGGED} from './dragging.js';
import {folderAt} from './folder-at.js';

export type TakeDropped = (
  entries: readonly (FileSystemEntry | null)[],
  files: readonly File[],
  folder: string,
) => Promise<void>;

/** Let files of the reader's computer be dropped onto an element, and there onto folders. */
export function acceptFiles(element: HTMLElement, take: TakeDropped): void {
  element.addEventListener('dragover', event => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  element.addEventListener('drop', event => {
    const {dataTransfer} = event;
    if (!dataTransfer?.types.includes('Files') || dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    // What was dropped can only be asked for now.
    const entries = [...dataTransfer.items].map(item => item.webkitGetAsEntry());
    void take(entries, [...dataTransfer.files], folderAt(event) ?? '');
  });
}
