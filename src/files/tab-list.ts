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
  /** What the keys do; they come after the first paint. */
  readonly onKeydown?: ((event: KeyboardEvent, options: FileListOptions) => void) | undefined;
}

/** Files as tabs. */
export function renderTabs(options: FileListOptions): TemplateResult {
  const {files, current, strings} = options;
  return html`
    <div
      role="tablist"
      part="tabs"
      aria-label=${strings.files}
      @keydown=${(event: KeyboardEvent) => options.onKeydown?.(event, options)}
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
