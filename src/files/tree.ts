import type {ReactiveControllerHost} from 'lit';
import {adoptStyles} from './adopt-styles.js';
import {foldersOf} from './file-tree.js';
import type {FileListOptions} from './tab-list.js';
import {treeStyles} from './tree-styles.js';
import {renderTree} from './tree-view.js';

interface TreeHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  focusList(): void;
}

/** The tree that files are chosen from where there are many, and what of it is folded. */
export class Tree {
  readonly #host: TreeHost;
  #closed: ReadonlySet<string> = new Set();
  /** The row that has the focus. */
  #active: string | undefined;

  constructor(host: TreeHost) {
    this.#host = host;
    adoptStyles(host.renderRoot, treeStyles);
  }

  /** Let a file be seen. */
  reveal(path: string): void {
    this.#active = path;
    const open = new Set(foldersOf(path));
    this.#closed = new Set([...this.#closed].filter(folder => !open.has(folder)));
  }

  render(options: FileListOptions): unknown {
    return renderTree({
      ...options,
      closed: this.#closed,
      active: this.#active ?? options.current.path,
      toggle: (folder, isOpen) => this.#toggle(folder, isOpen),
      activate: path => this.#activate(path),
    });
  }

  #toggle(folder: string, isOpen: boolean): void {
    const closed = new Set(this.#closed);
    if (isOpen) closed.delete(folder);
    else closed.add(folder);
    this.#closed = closed;
    this.#host.requestUpdate();
  }

  #activate(path: string): void {
    this.#active = path;
    this.#host.requestUpdate();
    this.#host.focusList();
  }
}
