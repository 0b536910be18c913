import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {CodeSettings, Region} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import {codeText} from './code-text.js';
import {isTyping} from './editing.js';
import {isText} from './is-text.js';
import type {FilesStrings} from './strings.js';
import type {renderRegions} from './region-lines.js';
import type {Tokenize} from './token.js';

export interface PanelOptions {
  readonly index: number;
  /** Whether a tab chooses it. */
  readonly isTab: boolean;
  readonly isShown: boolean;
  /** Whether an editor stands in its place. */
  readonly isEdited: boolean;
  readonly settings: CodeSettings;
  readonly strings: FilesStrings;
  /** Colours; without it the text is plain. */
  readonly tokenize: Tokenize | undefined;
  /** What is loaded where there is a file that is no text. */
  readonly renderImage: ((file: ProjectFile) => unknown) | undefined;
  findRegions(path: string, content: string): readonly Region[];
  /** What is loaded where there are regions. */
  readonly renderRegions: typeof renderRegions | undefined;
  edit(click?: MouseEvent): void;
  /** The browser found something in it. */
  find(): void;
}

/**
 * A file to be read. One that is not shown can still be found by the browser, and printed. Nothing
 * is done for files that are as they were, nor for the one that is being edited.
 */
export function renderPanel(file: ProjectFile, options: PanelOptions): unknown {
  const {index, isTab, isShown, isEdited} = options;
  const known = isEdited ? file.path : file;
  return guard([known, index, isTab, isShown, isEdited, ...looksOf(options)], () =>
    renderNow(file, options),
  );
}

/** What all files have alike, and comes bit by bit. */
function looksOf({settings, strings, ...options}: PanelOptions): unknown[] {
  const {tokenize, renderImage, renderRegions} = options;
  return [settings.lineNumbers, strings, tokenize, renderImage, renderRegions];
}

function renderNow(file: ProjectFile, options: PanelOptions): TemplateResult {
  const {index, isTab, isShown, isEdited, find} = options;
  const {path, content, readonly} = file;
  return html`
    <div
      class="panel"
      id="panel-${index}"
      role=${isTab ? 'tabpanel' : 'group'}
      aria-label=${path}
      hidden=${isShown ? nothing : isEdited ? '' : 'until-found'}
      @beforematch=${find}
    >
      ${guard([path, isEdited || content, readonly, ...looksOf(options)], () =>
        renderContent(file, options),
      )}
    </div>
  `;
}

function renderContent(file: ProjectFile, options: PanelOptions): TemplateResult | typeof nothing {
  const {isEdited, strings, renderImage, edit} = options;
  if (isEdited) return nothing;
  const name = html`<div class="name" translate="no">${file.path}</div>`;
  if (!isText(file)) {
    return html`${name} ${renderImage?.(file) ?? html`<p class="binary">${strings.binary}</p>`}`;
  }
  const code = codeOf(file, options);
  return html`${name}
    <pre
      part="text"
      class="text ${options.settings.lineNumbers ? 'numbered' : ''}"
      tabindex="0"
      role="group"
      aria-label=${file.path}
      aria-description=${file.readonly ? strings.readonly : strings.edit}
      translate="no"
      @click=${(event: MouseEvent) => onClick(event, code, edit)}
      @keydown=${(event: KeyboardEvent) => onKeydown(event, edit)}
      @paste=${() => edit()}
    >
${code}</pre>`;
}

function codeOf(
  {path, content}: ProjectFile & {readonly content: string},
  {settings, strings, tokenize, findRegions, renderRegions: render}: PanelOptions,
): HTMLElement {
  const {lineNumbers} = settings;
  const tokens = tokenize?.(path, content) ?? [{text: content}];
  const regions = render ? findRegions(path, content) : [];
  const code = codeText({
    tokens,
    lineNumbers,
    layOut:
      render && regions.length > 0
        ? (lines, renderLine) => render(lines, regions, {renderLine, folded: strings.lines})
        : undefined,
  });
  if (lineNumbers) {
    const digits = String(content.split('\n').length).length;
    code.style.setProperty('--_digits', String(Math.max(digits, 2)));
  }
  return code;
}

/** A click goes to edit, unless it ends a selection or unfolds something. */
function onClick(event: MouseEvent, code: HTMLElement, edit: PanelOptions['edit']): void {
  const target = event.composedPath()[0];
  if (target instanceof Element && target.closest('summary')) return;
  if (event.detail > 1 || isSelecting(code)) return;
  edit(event);
}

function isSelecting(code: HTMLElement): boolean {
  const root = code.getRootNode() as ShadowRoot & {getSelection?(): Selection | null};
  const selection = root.getSelection?.() ?? document.getSelection();
  return selection !== null && selection.toString() !== '';
}

function onKeydown(event: KeyboardEvent, edit: PanelOptions['edit']): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target !== event.currentTarget) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    edit();
  } else if (isTyping(event) && event.key !== ' ') {
    edit();
  }
}
