import type {Attributes, Fence} from './fence.js';

/** What becomes of fences that follow one another. */
export interface Placement {
  /** Attributes of the playground to put around them; they stay as they are without it. */
  readonly element: Attributes | undefined;
  /** Attributes of each fence's block. */
  readonly files: readonly Attributes[];
}

/**
 * Where the playgrounds of one document are. Fences that follow one another are a playground; a
 * later fence of the same name stays where its author wrote it, and points there, so that what is
 * read keeps its order.
 */
export class Places {
  readonly #taken: Set<string>;

  /** @param written `id`s of the playgrounds that stand in the document as such. */
  constructor(written: Iterable<string>) {
    this.#taken = new Set(written);
    this.#taken.delete('');
  }

  /**
   * @param run Fences of one playground that follow one another, see {@link sameRun}.
   * @param isInside Whether they stand in a playground.
   */
  place(run: readonly Fence[], isInside: boolean): Placement {
    const name = run[0]?.playground ?? '';
    const files = run.map(({file}) => file);
    if (isInside) return {element: undefined, files};
    if (this.#taken.has(name)) {
      return {element: undefined, files: files.map(file => new Map([...file, ['data-for', name]]))};
    }
    if (name !== '') this.#taken.add(name);
    const attributes = new Map(name === '' ? [] : [['id', name]]);
    for (const [word, value] of run.flatMap(({element}) => Array.from(element))) {
      if (!attributes.has(word)) attributes.set(word, value);
    }
    return {element: attributes, files};
  }
}

/** Whether a fence belongs to the one before it. */
export function sameRun(one: Fence, next: Fence | undefined): next is Fence {
  return next !== undefined && one.playground === next.playground;
}

/** How many playgrounds some raw HTML opens, less those that it closes. */
export function opened(html: string): number {
  const starts = html.match(/<django-playground[\s>]/gi) ?? [];
  const ends = html.match(/<\/django-playground\s*>/gi) ?? [];
  return starts.length - ends.length;
}

/** `id`s of the playgrounds in some raw HTML. */
export function idsIn(html: string): readonly string[] {
  const ids = html.matchAll(
    /<django-playground\s[^>]*?\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
  );
  return [...ids].map(([, inDouble, inSingle, bare]) => inDouble ?? inSingle ?? bare ?? '');
}
