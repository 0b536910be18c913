/** One image of a `srcset`. */
export interface ImageCandidate {
  readonly url: string;
  /** As written, e.g. `2x` or `640w`; `''` where there is none. */
  readonly descriptor: string;
}

/**
 * Reads a `srcset` or `imagesrcset` as HTML has it: a URL ends at white space, commas at its end
 * belong to the list, and a comma within parentheses belongs to the descriptor.
 */
export function parseSrcset(srcset: string): readonly ImageCandidate[] {
  const candidates: ImageCandidate[] = [];
  let rest = srcset.replace(/^[\s,]+/, '');
  while (rest !== '') {
    const [written = ''] = /^\S+/.exec(rest) ?? [];
    rest = rest.slice(written.length);
    const url = written.replace(/,+$/, '');
    const descriptor = url === written ? readDescriptor(rest) : '';
    rest = rest.slice(descriptor.length).replace(/^[\s,]+/, '');
    candidates.push({url, descriptor: descriptor.trim()});
  }
  return candidates;
}

/** The opposite of {@link parseSrcset}. */
export function formatSrcset(candidates: readonly ImageCandidate[]): string {
  return candidates.map(({url, descriptor}) => `${url} ${descriptor}`.trim()).join(', ');
}

function readDescriptor(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    else if (text[i] === ',' && depth <= 0) return text.slice(0, i);
  }
  return text;
}
