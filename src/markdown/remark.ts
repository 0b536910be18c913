import type {Code, Node, Parent, Root, Text} from 'mdast';
import {PLAYGROUND, readContainer, readFence, type Attributes} from './fence.js';
import {idsIn, opened} from './places.js';
import {properties} from './properties.js';
import {arrange, type Flavour} from './tree.js';

/** What comes of a directive, or of a tag in MDX. */
interface Container extends Parent {
  readonly name?: string | null;
  readonly attributes?:
    | Readonly<Record<string, string | null | undefined>>
    | readonly {readonly name?: string; readonly value?: unknown}[];
}

/**
 * A plugin of remark: fences that name a playground become one.
 *
 *     unified().use(remarkParse).use(remarkDjangoPlayground).use(remarkRehype)
 *
 * A fence names it behind its language, `python django-playground=polls path=polls/views.py`. One
 * that stands in the tag itself needs only its `path`; and so in `:::django-playground{#polls}`,
 * where `remark-directive` is used before.
 */
export default function remarkDjangoPlayground(): (tree: object) => void {
  return tree => arrange<Node>(tree as Root, MDAST);
}

const MDAST: Flavour<Node> = {
  children: node => ('children' in node ? (node as Parent).children : undefined),
  setChildren(node, children) {
    (node as {children?: Node[]}).children = children;
  },
  fence: (node, isInside) =>
    node.type === 'code' ? readFence((node as Code).meta ?? '', isInside) : undefined,
  isSpace: () => false,
  ids: node => (isContainer(node) ? [idOf(node)] : idsIn(rawIn(node))),
  opens: node => opened(rawIn(node)),
  adopt(node) {
    if (!isContainer(node)) return false;
    if (node.type === 'containerDirective') {
      node.data = {
        ...node.data,
        hName: PLAYGROUND,
        hProperties: properties(readContainer(wordsOf(node))),
      };
    }
    return true;
  },
  element: (hName, attributes: Attributes, children) =>
    ({
      type: `django-${hName}`,
      data: {hName, hProperties: properties(attributes)},
      children,
    }) as Node,
  text: value => ({type: 'text', value}) satisfies Text as Node,
  clean(node, {rest}) {
    (node as Code).meta = rest || null;
  },
};

function isContainer(node: Node): node is Container {
  const isOne = node.type === 'containerDirective' || node.type === 'mdxJsxFlowElement';
  return isOne && (node as Container).name === PLAYGROUND;
}

function idOf({attributes = []}: Container): string {
  const id = Array.isArray(attributes)
    ? attributes.find(({name}) => name === 'id')?.value
    : (attributes as Readonly<Record<string, unknown>>)['id'];
  return typeof id === 'string' ? id : '';
}

/** A directive's attributes as the words of a container. */
function wordsOf({attributes = {}}: Container): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value ? `${name}="${String(value)}"` : name))
    .join(' ');
}

function rawIn(node: Node): string {
  return node.type === 'html' ? (node as Node & {value: string}).value : '';
}
