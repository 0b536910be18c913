import {REQUIREMENTS} from '../requirements.js';
import {unescapeScript} from '../plain-scripts.js';
import {readBlock} from './block.js';
import {toChild, type Child} from './child.js';
import {isCodeBlock} from './code-blocks.js';
import {putBack} from './put-back.js';

/** Everything that is a file, or may be one. */
const CANDIDATES =
  'script[type="text/x-django" i], script[type="text/x-requirements" i], pre, [data-path]';

/** What a tag's markup says of its files. */
export interface Found {
  readonly children: readonly Child[];
  /** The scripts and blocks that those are. */
  readonly elements: readonly Element[];
  /** Code blocks that do not say which file they are. */
  readonly unnamed: readonly Element[];
}

/**
 * Every file of a tag, in the document's order: within it, however deep markup engines wrap it,
 * behind it where the parser pushed it out, and elsewhere in the document where it says so.
 *
 * @param base An absolute URL that addresses are relative to.
 */
export function findChildren(element: Element, base: string): Found {
  const scopes = [element, ...findPointing(element)];
  if (scopes.length === 1 && candidates(element, element).length === 0) putBack(element);
  const all = new Set(scopes.flatMap(scope => candidates(scope, element)));
  const found = [...all].toSorted(inOrder).map(candidate => {
    const scope = scopes.find(each => each.contains(candidate)) ?? candidate;
    return {candidate, child: readCandidate(candidate, scope, element, base)};
  });
  const files = found.filter(each => each.child !== undefined);
  return {
    children: files.map(({child}) => child!),
    elements: files.map(({candidate}) => candidate),
    unnamed: found.filter(({child}) => !child).map(({candidate}) => candidate),
  };
}

function readCandidate(
  candidate: Element,
  scope: Element,
  element: Element,
  base: string,
): Child | undefined {
  if (candidate.localName === 'script') return readScript(candidate, base);
  // What belongs to the tag from afar may itself say which file it is, unlike the tag.
  const boundary = scope === element ? element : scope.parentElement;
  return readBlock(candidate, boundary ?? scope, base);
}

/** What says of itself, elsewhere in the document, that it belongs to the tag. */
function findPointing(element: Element): Element[] {
  const id = CSS.escape(element.id);
  if (!id) return [];
  const root = element.getRootNode() as ParentNode;
  const found = root.querySelectorAll(`[data-for="${id}"], [for="${id}"]:not(label, output)`);
  // It may be the `<code>` of a block.
  return [...found]
    .filter(each => !element.contains(each))
    .map(each => each.closest('pre') ?? each);
}

function candidates(scope: Element, element: Element): Element[] {
  const inside = [...scope.querySelectorAll(CANDIDATES)];
  const all = scope !== element && scope.matches(CANDIDATES) ? [scope, ...inside] : inside;
  return all.filter(each => isOf(each, element) && isWhole(each));
}

/** Whether it does not belong to another tag, or to another slot of this one. */
function isOf(candidate: Element, element: Element): boolean {
  const owner = candidate.closest(element.localName);
  if (owner !== null && owner !== element) return false;
  const slotted = candidate.closest('[slot]');
  return slotted === null || slotted === element || !element.contains(slotted);
}

/** Whether it is not a part, or the wrapper, of another one. */
function isWhole(candidate: Element): boolean {
  if (candidate.localName === 'script') return true;
  if (candidate.localName === 'pre') return isCodeBlock(candidate);
  return !candidate.closest('pre') && !candidate.querySelector('pre, script[path]');
}

function inOrder(one: Node, other: Node): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function readScript(script: Element, base: string): Child {
  const get = (name: string): string | null => script.getAttribute(name);
  const usual = /requirements/i.test(get('type') ?? '') ? REQUIREMENTS : '';
  return toChild(get('path') ?? usual, unescapeScript(script.textContent), get, base);
}
