import type {Asset} from './asset.js';
import {isJavaScript} from './content-type.js';
import type {Placeholders} from './placeholders.js';

/** What makes a script run at another time, or be asked about, than one that has its text in it. */
const NEEDS_SOURCE = ['async', 'defer', 'charset', 'integrity', 'crossorigin', 'onload', 'onerror'];

/** What could hide the element's end; and how a script asks for its own address. */
const NEEDS_FILE = /<!--|\bcurrentScript\b/i;

/** What would end the element. In a script it stands in a string, where it can be said otherwise. */
const END = /<(?=\/script)/gi;

const texts = new WeakMap<Asset, string | null>();

/**
 * Puts a script's text between its tags, where a browser has it at once: a `data:` URL it loads like
 * any other address, which takes it longer than to run what is in most of them.
 *
 * @returns Whether that comes to the same; if not, the script is as it was.
 */
export async function inlineScriptText(
  script: Element,
  asset: Asset,
  placeholders: Placeholders,
): Promise<boolean> {
  const document = script.ownerDocument;
  if (!document.contains(script) || NEEDS_SOURCE.some(name => script.hasAttribute(name))) {
    return false;
  }
  if (!isJavaScript(asset.essence) || forbidsInlineScripts(document)) return false;
  const text = await betweenTags(asset);
  if (text === null) return false;
  script.removeAttribute('src');
  script.textContent = placeholders.hold(text);
  return true;
}

/** What may stand between tags; `null` where nothing may. Known once for each file. */
async function betweenTags(asset: Asset): Promise<string | null> {
  const known = texts.get(asset);
  if (known !== undefined) return known;
  const text = await asset.script('script');
  // Errors and the browser's tools name the file.
  const made = NEEDS_FILE.test(text)
    ? null
    : `${text.replace(END, '\\x3c')}\n//# sourceURL=${asset.url}`;
  texts.set(asset, made);
  return made;
}

/** Whether a policy of the document may. */
function forbidsInlineScripts(document: Document): boolean {
  return document.querySelector('meta[http-equiv="content-security-policy" i]') !== null;
}
