import {html, type TemplateResult} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import {guard} from 'lit/directives/guard.js';
import {treeRows, type Row} from './file-tree.js';
import {moveBy} from './tab-keys.js';
import {onContextMenu, renderName, statesOf, type FileListOptions} from './tab-list.js';

export interface TreeOptions extends FileListOptions {
  /** Paths of folders whose contents are not seen. */
  readonly closed: ReadonlySet<string>;
  /** Path of the row that has the focus, or will have it. */
  readonly active: string;
  toggle(folder: string, isOpen: boolean): void;
  activate(path: string): void;
}

/**
 * Files as a tree, as in the ARIA pattern; with Alt the arrow keys move a file. What is in the files
 * does not matter here, so that a key costs nothing where there are many.
 */
export function renderTree(options: TreeOptions): unknown {
  const {files, current, changed, strings, closed, active} = options;
  const paths = files.map(({path}) => path);
  return guard([...paths, current.path, changed, strings, closed, active], () =>
    renderNow(options),
  );
}

function renderNow(options: TreeOptions): TemplateResult {
  const {files, closed, strings} = options;
  const byPath = new Map(files.map(file => [file.path, file]));
  const rows = treeRows([...byPath.keys()], closed);
  const active = rows.find(({path}) => path === options.active) ?? rows[0];
  return html`
    <div
      role="tree"
      part="tree"
      aria-label=${strings.files}
      @keydown=${(event: KeyboardEvent) => onKeydown(event, rows, active, options)}
    >
      ${rows.map(row => renderRow(row, byPath.get(row.path), row === active, options))}
    </div>
  `;
}

function renderRow(
  {path, name, isFolder, level, position, siblings}: Row,
  file: ProjectFile | undefined,
  isActive: boolean,
  options: TreeOptions,
): TemplateResult {
  const common = {tabindex: isActive ? 0 : -1, indent: `indent-${Math.min(level, 8)}`};
  if (isFolder || !file) {
    const isOpen = !options.closed.has(path);
    return html`<div
      role="treeitem"
      class="folder ${common.indent}"
      aria-level=${level}
      aria-posinset=${position}
      aria-setsize=${siblings}
      aria-expanded=${isOpen}
      aria-selected="false"
      tabindex=${common.tabindex}
      title=${path}
      @click=${() => {
        options.activate(path);
        options.toggle(path, !isOpen);
      }}
    >
      <span translate="no">${name}</span>
    </div>`;
  }
  return html`<div
    role="treeitem"
    class="${common.indent} ${statesOf(file, options)}"
    aria-level=${level}
    aria-posinset=${position}
    aria-setsize=${siblings}
    aria-selected=${file === options.current}
    tabindex=${common.tabindex}
    title=${path}
    draggable="true"
    @click=${() => options.select(path)}
    @contextmenu=${(event: Event) => onContextMenu(event, file, options)}
  >
    ${renderName(file, file.label ?? name, options)}
  </div>`;
}

function onKeydown(
  event: KeyboardEvent,
  rows: readonly Row[],
  active: Row | undefined,
  options: TreeOptions,
): void {
  if (!active || event.ctrlKey || event.metaKey) return;
  if (!(event.altKey ? moveKey(event, options) : act(event, rows, active, options))) return;
  event.preventDefault();
}

function moveKey({key}: KeyboardEvent, options: TreeOptions): boolean {
  const delta = {ArrowDown: 1, ArrowUp: -1}[key];
  if (delta !== undefined) moveBy(options, delta);
  return delta !== undefined;
}

/** @returns whether the key means anything. */
function act(
  {key, currentTarget}: KeyboardEvent,
  rows: readonly Row[],
  active: Row,
  options: TreeOptions,
): boolean {
  const {path, isFolder, level} = active;
  const at = rows.indexOf(active);
  const isOpen = isFolder && !options.closed.has(path);
  const go = (row: Row | undefined): boolean => {
    if (row) options.activate(row.path);
    return true;
  };
  const isRtl = getComputedStyle(currentTarget as Element).direction === 'rtl';
  if (key === (isRtl ? 'ArrowLeft' : 'ArrowRight')) {
    if (isOpen) return go(rows[at + 1]);
    if (isFolder) options.toggle(path, true);
    return true;
  }
  if (key === (isRtl ? 'ArrowRight' : 'ArrowLeft')) {
    if (isOpen) options.toggle(path, false);
    else go(rows.slice(0, at).findLast(row => row.level < level));
    return true;
  }
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1]);
    case 'ArrowUp':
      return go(rows[at - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'Enter':
    case ' ':
      if (isFolder) options.toggle(path, !isOpen);
      else options.select(path);
      return true;
    default:
      return (
        key.length === 1 && go(startingWith(key, [...rows.slice(at + 1), ...rows.slice(0, at)]))
      );
  }
}

function startingWith(letter: string, rows: readonly Row[]): Row | undefined {
  return rows.find(({name}) => name.toLowerCase().startsWith(letter.toLowerCase()));
}
