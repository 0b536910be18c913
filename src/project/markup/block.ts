import {guessPath} from './block-path.js';
import {toChild, type Child, type Said} from './child.js';
import {chainOf} from './code-blocks.js';
import {codeText} from './code-text.js';
import {readInfo} from './info-string.js';

/**
 * The file that a code block is, or a picture or link that is one itself; `undefined` where nothing
 * says which.
 *
 * @param boundary Where its surroundings end: the tag.
 * @param base An absolute URL that addresses are relative to.
 */
export function readBlock(block: Element, boundary: Element, base: string): Child | undefined {
  const chain = chainOf(block, boundary);
  const info = readInfo(chain);
  const get: Said = name => {
    const values = chain.map(element => element.getAttribute(`data-${name}`));
    return values.find(value => value !== null) ?? info.get(name) ?? null;
  };
  const getOwn: Said = name =>
    get(name) ??
    (name === 'src' ? (block.getAttribute('src') ?? block.getAttribute('href')) : null);
  const said = get('path');
  const code = codeText(block);
  if (said !== null) return toChild(said, code, getOwn, base);
  const {path, text} = guessPath(chain, boundary, code);
  return path === undefined ? undefined : toChild(path, text, getOwn, base);
}
