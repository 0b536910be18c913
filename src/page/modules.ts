import {type AssetLoader, resolve} from './asset-loader.js';
import {ImportMap} from './import-map.js';

/**
 * Puts the site's modules into a document: those its scripts name, and all that these import.
 *
 * @param base Absolute URL that the document's URLs resolve against.
 */
export async function inlineModules(
  document: Document,
  base: string,
  assets: AssetLoader,
): Promise<void> {
  const named = document.querySelectorAll(
    'script[type="module" i][src], link[rel="modulepreload" i][href]',
  );
  const inline = [...document.querySelectorAll('script:not([src])')].filter(importsModules);
  if (named.length + inline.length === 0) return;

  const own = document.querySelector('script[type="importmap" i]');
  const mapText = own?.textContent ?? '{}';
  // Few pages have modules, so the lexer comes when one does.
  const {ModuleGraph} = await import('./module-graph.js');
  const graph = new ModuleGraph(new ImportMap(mapText, base), assets);
  for (const script of inline) graph.addImports(script.textContent, base);
  await Promise.all(
    [...named].map(async element => {
      const attribute = element.hasAttribute('src') ? 'src' : 'href';
      const url = resolve(element.getAttribute(attribute) ?? '', base);
      const dataUrl = url && (await graph.add(url, base));
      if (dataUrl) element.setAttribute(attribute, dataUrl);
    }),
  );
  const entries = await graph.entries();
  if (entries.size === 0) return;
  const text = ImportMap.extend(mapText, entries);
  if (own) own.textContent = text;
  else addImportMap(document, text);
}

/** A module, or a script that asks for one. */
function importsModules(script: Element): boolean {
  const type = script.getAttribute('type')?.toLowerCase() ?? '';
  return type === 'module' || (type === '' && /\bimport\s*\(/.test(script.textContent));
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
