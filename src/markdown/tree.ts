import {PLAYGROUND, type Attributes, type Fence} from './fence.js';
import {Places, sameRun} from './places.js';

/** As much as one has to know of a tree of Markdown or HTML to put playgrounds into it. */
export interface Flavour<Node> {
  children(node: Node): Node[] | undefined;
  setChildren(node: Node, children: Node[]): void;
  /** The fence that a code block is. */
  fence(node: Node, isInside: boolean): Fence | undefined;
  /** Whether it is nothing but space between blocks. */
  isSpace(node: Node): boolean;
  /** `id`s of playgrounds that the node is or opens. */
  ids(node: Node): readonly string[];
  /** How many playgrounds the node opens, or closes, for the siblings behind it. */
  opens(node: Node): number;
  /** Turns a container into a playground; says whether it is one now. */
  adopt(node: Node): boolean;
  element(name: string, attributes: Attributes, children: Node[]): Node;
  text(value: string): Node;
  /** Takes our words out of a code block. */
  clean(node: Node, fence: Fence): void;
}

/** Put the playgrounds into a tree that its fences are files of. */
export function arrange<Node>(tree: Node, flavour: Flavour<Node>): void {
  const places = new Places(idsIn(tree, flavour));
  arrangeChildren(tree, false, flavour, places);
}

function idsIn<Node>(node: Node, flavour: Flavour<Node>): readonly string[] {
  const inside = flavour.children(node) ?? [];
  return [...flavour.ids(node), ...inside.flatMap(child => idsIn(child, flavour))];
}

function arrangeChildren<Node>(
  parent: Node,
  isInside: boolean,
  flavour: Flavour<Node>,
  places: Places,
): void {
  const children = flavour.children(parent);
  if (!children) return;
  const arranged: Node[] = [];
  let depth = isInside ? 1 : 0;
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at]!;
    depth += flavour.opens(node);
    const first = flavour.fence(node, depth > 0);
    if (!first) {
      arrangeChildren(node, flavour.adopt(node) || depth > 0, flavour, places);
      arranged.push(node);
      continue;
    }
    const run = [{node, fence: first}];
    for (let next = at + 1; next < children.length; next += 1) {
      const sibling = children[next]!;
      if (flavour.isSpace(sibling)) continue;
      const fence = flavour.fence(sibling, depth > 0);
      if (!sameRun(first, fence)) break;
      run.push({node: sibling, fence});
      at = next;
    }
    const fences = run.map(({fence}) => fence);
    const {element, files} = places.place(fences, depth > 0);
    const blocks = run.map((each, index) => file(each, files[index]!, flavour));
    arranged.push(...(element ? [flavour.element(PLAYGROUND, element, blocks)] : blocks));
  }
  flavour.setChildren(parent, arranged);
}

function file<Node>(
  {node, fence}: {node: Node; fence: Fence},
  attributes: Attributes,
  flavour: Flavour<Node>,
): Node {
  flavour.clean(node, fence);
  const {path} = fence;
  const caption = path ? [flavour.element('figcaption', new Map(), [flavour.text(path)])] : [];
  return flavour.element('figure', attributes, [...caption, node]);
}
