import type {ReactiveControllerHost} from 'lit';
import type {Region} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import {adoptStyles} from './adopt-styles.js';
import {isText} from './is-text.js';
import {LatePart} from './late-part.js';
import type {renderImage} from './image.js';
import type {renderRegions} from './region-lines.js';
import type {Tokenize} from './token.js';
import type {Tree} from './tree.js';

export type FindRegions = (path: string, content: string) => readonly Region[];

interface PartsHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly files: readonly ProjectFile[];
  readonly visible: readonly ProjectFile[];
  findRegions: FindRegions;
  readonly loadRegions: () => Promise<FindRegions>;
  focusList(): void;
}

/** What only some projects need to be shown. */
export class PaneParts {
  readonly #host: PartsHost;
  readonly highlighter: LatePart<Tokenize>;
  readonly regions: LatePart<typeof renderRegions>;
  readonly image: LatePart<typeof renderImage>;
  readonly tree: LatePart<Tree>;

  constructor(host: PartsHost) {
    this.#host = host;
    this.highlighter = new LatePart(host, async () => {
      const loading = [import('./highlight.js'), import('./late-styles.js')] as const;
      const [{tokenize}, {lateStyles}] = await Promise.all(loading);
      adoptStyles(host.renderRoot, lateStyles);
      return tokenize;
    });
    this.regions = new LatePart(host, async () => {
      const loading = [import('./region-lines.js'), host.loadRegions()] as const;
      const [{renderRegions: render, regionStyles}, find] = await Promise.all(loading);
      adoptStyles(host.renderRoot, regionStyles);
      host.findRegions = find;
      return render;
    });
    this.image = new LatePart(host, async () => {
      const {renderImage: render, imageStyles} = await import('./image.js');
      adoptStyles(host.renderRoot, imageStyles);
      return render;
    });
    this.tree = new LatePart(host, async () => new (await import('./tree.js')).Tree(host));
  }

  /**
   * Load what these files need.
   *
   * @param known Files that need nothing more.
   */
  want(isTree: boolean, known: readonly ProjectFile[] = []): void {
    const {files, visible} = this.#host;
    const old = new Set(known);
    if (files.some(file => !old.has(file) && mayHaveRegions(file))) this.regions.want();
    if (!visible.every(isText)) this.image.want();
    if (isTree) this.tree.want();
  }

  get areLoading(): boolean {
    return [this.regions, this.image, this.tree].some(part => part.isLoading);
  }

  /** Resolves once nothing is missing that can be loaded. */
  async settled(): Promise<void> {
    const loading = [this.regions, this.image, this.tree].filter(part => part.isLoading);
    await Promise.all(loading.map(part => part.load()));
  }
}

/** Only such a word can mark one. */
function mayHaveRegions({content}: ProjectFile): boolean {
  return typeof content === 'string' && content.includes('playground-');
}
