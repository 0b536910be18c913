import {GUEST_IMPORT} from '../protocol/frame-assets.js';
import {type AssetLoader, resolve} from './asset-loader.js';
import {ImportMap} from './import-map.js';
import type {DocumentModules} from './late-modules.js';
import {namesImport} from './script-text.js';

/**
 * Puts the site's modules into a document: those its scripts name, and all that these import.
 *
 * @param base Absolute URL that the document's URLs resolve against.
 * @returns What it has then; `null` for none.
 */
export async function inlineModules(
  document: Document,
  base: string,
  assets: AssetLoader,
): Promise<DocumentModules | null> {
  const named = all(document, 'script[type="module" i][src], link[rel="modulepreload" i][href]');
  const inline = all(document, 'script:not([src])').filter(importsModules);
  const own = document.querySelector('script[type="importmap" i]');
  if (!own && named.length + inline.length === 0) return null;

  const mapText = own?.textContent ?? '{}';
  // Few pages have modules, so the lexer comes when one does.
  const {ModuleGraph} = await import('./module-graph.js');
  const map = new ImportMap(mapText, base);
  const graph = new ModuleGraph(map, assets);
  for (const script of inline) {
    const text = graph.addImports(script.textContent, base);
    // By its place in the document it finds all others.
    if (text.includes(GUEST_IMPORT)) script.textContent = text;
  }
  await Promise.all(
    named.map(async element => {
      const attribute = element.hasAttribute('src') ? 'src' : 'href';
      const url = resolve(element.getAttribute(attribute) ?? '', base);
      const dataUrl = url && (await graph.add(url, base));
      if (dataUrl) element.setAttribute(attribute, assets.placeholders.holdUrl(dataUrl));
    }),
  );
  const entries = await graph.entries();
  const modules = {map, entries: graph.keys};
  if (entries.size === 0) return modules;
  const text = ImportMap.extend(mapText, entries);
  if (own) own.textContent = text;
  else addImportMap(document, text);
  return modules;
}

/** Elements of a tree, those in templates too: what comes in a shadow root is in one. */
function all(root: ParentNode, selector: string): Element[] {
  const templates = [...root.querySelectorAll('template')];
  return [
    ...root.querySelectorAll(selector),
    ...templates.flatMap(({content}) => all(content, selector)),
  ];
}

/** A module, or a script that asks for one. */
function importsModules(script: Element): boolean {
  const type = script.getAttribute('type')?.toLowerCase() ?? '';
  return type === 'module' || (type === '' && namesImport(script.textContent));
}

/** Before every module, where it has to be, and with the nonce that lets them run. */
function addImportMap(document: Document, text: string): void {
  const script = document.createElement('script');
  script.setAttribute('type', 'importmap');
  const nonce = document.querySelector('script[nonce]')?.getAttribute('nonce');
  if (nonce) script.setAttribute('nonce', nonce);
  script.textContent = text;
  document.head.prepend(script);
}
