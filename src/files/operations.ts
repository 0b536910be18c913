import type {TemplateResult} from 'lit';
import {html} from 'lit';
import type {DjangoPlaygroundFiles} from './django-playground-files.js';

/** What can be done with files. Loaded once somebody goes to. */
export class Operations {
  readonly #pane: DjangoPlaygroundFiles;

  constructor(pane: DjangoPlaygroundFiles) {
    this.#pane = pane;
  }

  openMenu(anchor: Element): void {
    void anchor;
    void this.#pane;
  }

  async takeDropped(
    entries: readonly (FileSystemEntry | null)[],
    files: readonly File[],
  ): Promise<void> {
    void entries;
    void files;
  }

  render(): TemplateResult {
    return html``;
  }
}
