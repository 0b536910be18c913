import {codeBlocks} from './code-blocks.js';
import {codeText} from './code-text.js';
import {isPath} from './info-string.js';

/** A comment that is all of a line. */
const COMMENT = /^\s*(?:#|\/\/|--|;|\{#|<!--|\/\*)\s*(\S+?)\s*(?:#\}|-->|\*\/)?[ \t]*(?:\n|$)/;

const TITLES = ['title', 'data-title', 'data-filename', 'data-file'];

/** What the tabs of a group of blocks are made of. */
const TABS = 'label, [role="tab"]';

export interface Guess {
  /** There is none where nothing is like a path. */
  readonly path?: string;
  readonly text: string;
}

/**
 * The path of a block that has no `data-path`: its title, caption or tab, as generators make them,
 * a line of its own above it, or a comment that is its first line and nothing but a path. That
 * comment is then no part of the file.
 *
 * @param chain What can say something of it.
 * @param boundary Where its surroundings end: the tag.
 */
export function guessPath(chain: readonly Element[], boundary: Element, text: string): Guess {
  const said = titleOf(chain) ?? captionOf(chain) ?? tabOf(chain, boundary);
  if (said !== undefined) return {path: said, text};
  const [line = '', path] = COMMENT.exec(text) ?? [];
  return isPath(path) ? {path, text: text.slice(line.length)} : {text};
}

function titleOf(chain: readonly Element[]): string | undefined {
  return TITLES.flatMap(name => chain.map(each => each.getAttribute(name)?.trim())).find(isPath);
}

/** What stands before the block or one of its wrappers, or below it as a figure's caption. */
function captionOf(chain: readonly Element[]): string | undefined {
  return chain
    .flatMap(({previousElementSibling: above, nextElementSibling: below}) => [
      above,
      below?.localName === 'figcaption' ? below : null,
    ])
    .map(nameIn)
    .find(isPath);
}

/** In a group of blocks with a tab for each, what the tab says. */
function tabOf(chain: readonly Element[], boundary: Element): string | undefined {
  let group = chain.at(-1)?.parentElement;
  while (group) {
    const blocks = codeBlocks(group);
    const names = [...group.querySelectorAll(TABS)].map(nameIn).filter(isPath);
    const place = blocks.findIndex(block => chain.includes(block));
    if (names.length === blocks.length) return names[place];
    if (group === boundary) return undefined;
    group = group.parentElement;
  }
  return undefined;
}

function nameIn(element: Element | null): string | undefined {
  if (!element || codeBlocks(element).length > 0) return undefined;
  return codeText(element).trim().replace(/:$/, '');
}
