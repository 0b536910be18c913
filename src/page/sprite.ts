import {type AssetLoader, resolve} from './asset-loader.js';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Makes `<use href="sprite.svg#icon">` work. No browser but Firefox takes a `data:` URL there, so
 * the sprite itself comes into the tree, once, with its ids changed so that they are nobody
 * else's.
 *
 * @param root A document, or the content of a template.
 */
export async function inlineSprites(
  root: Document | DocumentFragment,
  base: string,
  assets: AssetLoader,
): Promise<void> {
  const prefixes = new Map<string, string | null>();
  for (const use of root.querySelectorAll('svg use')) {
    const href = use.getAttribute('href') ?? use.getAttributeNS(XLINK, 'href') ?? '';
    const url = resolve(href, base);
    const [address = '', id] = url?.split('#', 2) ?? [];
    if (!url || !id) continue;
    if (!prefixes.has(address)) {
      const prefix = `sprite-${prefixes.size + 1}-`;
      const asset = await assets.load(address, 'image', base);
      const isAdded =
        asset !== null &&
        addSprite(root, assets.parser.parseFromString(asset.text(), 'image/svg+xml'), prefix);
      prefixes.set(address, isAdded ? prefix : null);
    }
    const prefix = prefixes.get(address);
    if (!prefix) continue;
    use.removeAttributeNS(XLINK, 'href');
    use.setAttribute('href', `#${prefix}${id}`);
  }
}

/** Adds an SVG document where it is not seen; says whether it is one. */
function addSprite(
  root: Document | DocumentFragment,
  parsed: XMLDocument,
  prefix: string,
): boolean {
  const svg = parsed.documentElement;
  if (svg.namespaceURI !== SVG || parsed.querySelector('parsererror')) return false;
  for (const element of [svg, ...svg.querySelectorAll('*')]) renameIds(element, prefix);
  for (const script of svg.querySelectorAll('script')) script.remove();
  // Not `display: none`, under which gradients and filters would not be found.
  svg.setAttribute('style', 'position: absolute; width: 0; height: 0; overflow: hidden');
  svg.setAttribute('aria-hidden', 'true');
  const parent = 'body' in root ? root.body : root;
  parent.append(parent.ownerDocument.importNode(svg, true));
  return true;
}

function renameIds(element: Element, prefix: string): void {
  if (element.id) element.id = prefix + element.id;
  for (const attribute of element.attributes) {
    attribute.value =
      attribute.localName === 'href'
        ? attribute.value.replace(/^#/, `#${prefix}`)
        : attribute.value.replaceAll(/url\((["']?)#/g, `url($1#${prefix}`);
  }
}
