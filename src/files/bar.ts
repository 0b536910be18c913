import {html, type TemplateResult} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import type {Copying} from './copying.js';
import {isText} from './is-text.js';
import {renderNotice} from './notice.js';
import type {FilesStrings} from './strings.js';

export interface BarOptions {
  readonly strings: FilesStrings;
  /** Comes after the first paint. */
  readonly copying: Copying | undefined;
  copy(): void;
  /** The tabs; without them the bar names the file. */
  readonly tabs: TemplateResult | undefined;
  readonly isTreeOpen: boolean;
  readonly notices: TemplateResult;
  toggleTree(): void;
  openMenu(anchor: HTMLElement): void;
}

const MENU = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="5" cy="12" r="1.6" />
  <circle cx="12" cy="12" r="1.6" />
  <circle cx="19" cy="12" r="1.6" />
</svg>`;

/** The row above the code: what can be chosen, Copy and the menu. */
export function renderBar(
  file: ProjectFile,
  {strings, copying, copy, tabs, isTreeOpen, notices, toggleTree, openMenu}: BarOptions,
): TemplateResult {
  return html`
    <div class="bar">
      ${
        tabs ??
        html`<button
            type="button"
            class="tree-toggle"
            aria-expanded=${isTreeOpen}
            @click=${toggleTree}
          >
            ${strings.files}
          </button>
          <span class="path" translate="no">${file.path}</span>`
      }
      <div class="tools">
        <button type="button" class="copy" ?disabled=${!isText(file)} @click=${copy}>
          ${copying?.isDone ? strings.copied : strings.copy}
        </button>
        <button
          type="button"
          class="more"
          aria-label=${strings.menu}
          title=${strings.menu}
          aria-haspopup="menu"
          aria-expanded="false"
          @click=${(event: Event) => openMenu(event.currentTarget as HTMLElement)}
        >
          ${MENU}
        </button>
      </div>
      ${notices}
      <div role="status">
        ${
          copying?.isRefused(file)
            ? renderNotice(strings.notCopied, [{label: strings.tryAgain, press: copy}])
            : html`<span class="said">${copying?.isDone ? strings.copied : ''}</span>`
        }
      </div>
    </div>
  `;
}
