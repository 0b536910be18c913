import {folderAt} from './folder-at.js';

/** What a file that is dragged is called. */
export const DRAGGED = 'application/x-django-playground-file';

/**
 * Let files be dragged to other places among their like: dropped on one, a file comes before it;
 * dropped on a folder, it lies in that.
 *
 * @param root Where rows or tabs are that can be dragged, each with its file's path as `title`.
 */
export function letDrag(
  root: HTMLElement | DocumentFragment,
  move: (path: string, before: string) => void,
  moveInto: (path: string, folder: string) => void,
): void {
  root.addEventListener('dragstart', event => {
    const path = pathOf(event);
    if (path) (event as DragEvent).dataTransfer?.setData(DRAGGED, path);
  });
  root.addEventListener('dragover', event => {
    const {dataTransfer} = event as DragEvent;
    const isPlace = pathOf(event) ?? folderAt(event);
    if (isPlace && dataTransfer?.types.includes(DRAGGED)) event.preventDefault();
  });
  root.addEventListener('drop', event => {
    const path = pathOf(event);
    const dragged = (event as DragEvent).dataTransfer?.getData(DRAGGED);
    const folder = folderAt(event);
    if (!dragged || !(path ?? folder)) return;
    event.preventDefault();
    event.stopPropagation();
    if (path === undefined) moveInto(dragged, folder ?? '');
    else if (dragged !== path) move(dragged, path);
  });
}

function pathOf({target}: Event): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[draggable=true]')?.title;
}
