import type {Element, Root, RootContent, Text} from 'hast';
import {PLAYGROUND, readFence} from './fence.js';
import {idsIn, opened} from './places.js';
import {properties} from './properties.js';
import {arrange, type Flavour} from './tree.js';

type Node = Root | RootContent;

/** What `remark-rehype` leaves on the `<code>` of a fence. */
interface FenceData {
  meta?: string | null;
}

/**
 * A plugin of rehype, for what comes to it as HTML: code blocks that name a playground become one.
 * They name it in what stood behind the language of their fence, which `remark-rehype` keeps in
 * the tree, or in a `data-meta` attribute of their `<code>`.
 *
 *     unified().use(rehypeParse).use(rehypeDjangoPlayground).use(rehypeStringify)
 */
export default function rehypeDjangoPlayground(): (tree: object) => void {
  return tree => arrange<Node>(tree as Root, HAST);
}

const HAST: Flavour<Node> = {
  children: node => ('children' in node ? node.children : undefined),
  setChildren(node, children) {
    (node as {children?: Node[]}).children = children;
  },
  fence(node, isInside) {
    const code = codeIn(node);
    return code && readFence(metaOf(code), isInside);
  },
  isSpace: node => node.type === 'text' && node.value.trim() === '',
  ids: node => (isPlayground(node) ? [node.properties['id'] ?? ''] : idsIn(rawIn(node))),
  opens: node => opened(rawIn(node)),
  adopt: isPlayground,
  element: (tagName, attributes, children): Element => ({
    type: 'element',
    tagName,
    properties: properties(attributes),
    children: children as Element['children'],
  }),
  text: (value): Text => ({type: 'text', value}),
  clean(node, {rest}) {
    const code = codeIn(node);
    if (!code) return;
    const data: FenceData | undefined = code.data;
    if (data?.meta) data.meta = rest || null;
    if (code.properties['dataMeta']) code.properties['dataMeta'] = rest || null;
  },
};

function isPlayground(node: Node): node is Element {
  return node.type === 'element' && node.tagName === PLAYGROUND;
}

function codeIn(node: Node): Element | undefined {
  if (node.type !== 'element' || node.tagName !== 'pre') return undefined;
  return node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'code',
  );
}

function metaOf({data, properties: {dataMeta}}: Element): string {
  const kept: FenceData | undefined = data;
  return kept?.meta ?? (typeof dataMeta === 'string' ? dataMeta : '');
}

function rawIn(node: Node): string {
  return 'value' in node && (node.type as string) === 'raw' ? node.value : '';
}
