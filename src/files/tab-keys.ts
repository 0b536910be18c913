import type {FileListOptions} from './tab-list.js';

/** Move a file by so many places, among those that are seen. */
export function moveBy({files, current, move}: FileListOptions, delta: number): void {
  const at = files.indexOf(current);
  const to = at + delta;
  if (to < 0 || to >= files.length) return;
  move(current.path, files[delta > 0 ? to + 1 : to]?.path);
}

/** The arrow keys go from one tab to the next, with Alt they move it. */
export function onTabKeydown(event: KeyboardEvent, options: FileListOptions): void {
  const {files, current} = options;
  const at = files.indexOf(current);
  const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (event.altKey) {
    const delta = {[forward]: 1, [backward]: -1}[event.key];
    if (delta === undefined) return;
    event.preventDefault();
    moveBy(options, delta);
    return;
  }
  const target = {
    [forward]: (at + 1) % files.length,
    [backward]: (at - 1 + files.length) % files.length,
    Home: 0,
    End: files.length - 1,
  }[event.key];
  const file = target === undefined ? undefined : files[target];
  if (!file) return;
  event.preventDefault();
  options.select(file.path);
}
