/**
 * The folder of the tree that something is dragged to: its own row, or that of a file in it.
 *
 * @returns its path; `''` is the project's root, `undefined` where it is not over the tree.
 */
export function folderAt(event: Event): string | undefined {
  const row = rowAt(event);
  if (!row) return undefined;
  const {title} = row;
  return isFolder(row) ? title : title.slice(0, Math.max(0, title.lastIndexOf('/')));
}

/** Let the folder that something is dragged over look as if it were chosen. */
export function showFolders(root: HTMLElement | DocumentFragment): void {
  let shown: HTMLElement | undefined;
  const show = (event?: Event): void => {
    const row = event && rowAt(event);
    if (shown !== row) shown?.removeAttribute('data-over');
    shown = row && isFolder(row) ? row : undefined;
    shown?.setAttribute('data-over', '');
  };
  root.addEventListener('dragover', show);
  for (const type of ['dragleave', 'drop', 'dragend']) root.addEventListener(type, () => show());
}

function rowAt(event: Event): HTMLElement | undefined {
  return event
    .composedPath()
    .find(each => each instanceof HTMLElement && each.matches('[role=treeitem]')) as
    HTMLElement | undefined;
}

function isFolder(row: HTMLElement): boolean {
  return row.matches('.folder');
}
