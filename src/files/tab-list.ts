import {html, type TemplateResult} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import type {FilesStrings} from './strings.js';

export interface FileListOptions {
  readonly files: readonly ProjectFile[];
  readonly current: ProjectFile;
  readonly changed: ReadonlySet<string>;
  readonly strings: FilesStrings;
  select(path: string): void;
  /** @param before Path of the file that it comes before; otherwise it comes last. */
  move(path: string, before: string | undefined): void;
  openMenu(anchor: HTMLElement): void;
}

/** Files as tabs: the arrow keys go from one to the next, with Alt they move it. */
export function renderTabs(options: FileListOptions): TemplateResult {
  const {files, current, strings} = options;
  return html`
    <div
      role="tablist"
      part="tabs"
      aria-label=${strings.files}
      @keydown=${(event: KeyboardEvent) => onKeydown(event, options)}
    >
      ${files.map(
        (file, index) => html`
          <div
            role="tab"
            id="tab-${index}"
            class=${statesOf(file, options)}
            aria-selected=${file === current}
            aria-controls=${file === current ? 'editing' : `panel-${index}`}
            tabindex=${file === current ? 0 : -1}
            title=${file.path}
            draggable="true"
            @click=${() => options.select(file.path)}
            @contextmenu=${(event: Event) => onContextMenu(event, file, options)}
          >
            ${renderName(file, file.label ?? file.path, options)}
          </div>
        `,
      )}
    </div>
  `;
}

/** A file's name, with what is to be said of it. */
export function renderName(
  {path, readonly}: ProjectFile,
  name: string,
  {changed, strings}: FileListOptions,
): TemplateResult {
  return html`<span translate="no">${name}</span>${
      changed.has(path)
        ? html`<span class="mark" role="img" aria-label=${strings.changed}></span>`
        : ''
    }${readonly ? html`<span class="lock" role="img" aria-label=${strings.readonly}></span>` : ''}`;
}

export function statesOf({path, hidden}: ProjectFile, {changed}: FileListOptions): string {
  return `${changed.has(path) ? 'changed' : ''} ${hidden ? 'veiled' : ''}`;
}

export function onContextMenu(event: Event, {path}: ProjectFile, options: FileListOptions): void {
  event.preventDefault();
  options.select(path);
  options.openMenu(event.currentTarget as HTMLElement);
}

/** Move a file by so many places, among those that are seen. */
export function moveBy({files, current, move}: FileListOptions, delta: number): void {
  const at = files.indexOf(current);
  const to = at + delta;
  if (to < 0 || to >= files.length) return;
  move(current.path, files[delta > 0 ? to + 1 : to]?.path);
}

function onKeydown(event: KeyboardEvent, options: FileListOptions): void {
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
