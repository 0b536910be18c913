import {acceptFiles, type TakeDropped} from './accept-files.js';
import {Copying, type CopyingHost} from './copying.js';
import {letDrag} from './dragging.js';
import {showFolders} from './folder-at.js';
import {Printing, type PrintingHost} from './printing.js';
import {revealTab} from './reveal-tab.js';
import {onTabKeydown} from './tab-keys.js';

export interface LateToolsOptions {
  move(path: string, before: string): void;
  moveInto(path: string, folder: string): void;
  readonly take: TakeDropped;
}

/** What can be done with the pane and shows nothing by itself: it comes after the first paint. */
export class LateTools {
  readonly copying: Copying;
  readonly printing: Printing;
  readonly onTabKeydown = onTabKeydown;
  /** Path of the file whose tab was scrolled to. */
  #revealed = '';

  constructor(
    host: PrintingHost & CopyingHost & HTMLElement,
    {move, moveInto, take}: LateToolsOptions,
  ) {
    this.copying = new Copying(host);
    this.printing = new Printing(host);
    acceptFiles(host, take);
    letDrag(host.renderRoot, move, moveInto);
    showFolders(host.renderRoot);
  }

  /** Have the tab in sight that the author chose; once, as the reader may scroll the row. */
  reveal(tab: Element): void {
    const path = tab.getAttribute('title') ?? '';
    if (path !== this.#revealed) revealTab(tab);
    this.#revealed = path;
  }
}
