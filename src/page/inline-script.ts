import type {Asset} from './asset.js';
import {isJavaScript} from './content-type.js';

/** What makes a script run at another time, or be asked about, than one that has its text in it. */
const NEEDS_SOURCE = ['async', 'defer', 'charset', 'integrity', 'crossorigin', 'onload', 'onerror'];

/** What would end the element, or could hide its end; and how a script asks for its own address. */
const NEEDS_FILE = /<\/script|<!--|\bcurrentScript\b/i;

/**
 * Puts a script's text between its tags, where a browser has it at once: a `data:` URL it loads like
 * any other address, which takes it longer than to run what is in most of them.
 *
 * @returns Whether that comes to the same; if not, the script is as it was.
 */
export async function inlineScriptText(script: Element, asset: Asset): Promise<boolean> {
  const document = script.ownerDocument;
  if (!document.contains(script) || NEEDS_SOURCE.some(name => script.hasAttribute(name))) {
    return false;
  }
  if (!isJavaScript(asset.essence) || forbidsInlineScripts(document)) return false;
  const text = await asset.script('script');
  if (NEEDS_FILE.test(text)) return false;
  script.removeAttribute('src');
  // Errors and the browser's tools name the file.
  script.textContent = `${text}\n//# sourceURL=${asset.url}`;
  return true;
}

/** Whether a policy of the document may. */
function forbidsInlineScripts(document: Document): boolean {
  return document.querySelector('meta[http-equiv="content-security-policy" i]') !== null;
}
