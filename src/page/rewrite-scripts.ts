import {isJavaScript} from './content-type.js';
import {namesLocation, type ScriptKind, scriptText} from './script-text.js';

const SCRIPT_URL = /^\s*javascript:/i;

/** Attributes that a `javascript:` URL is followed from. */
const LINKING: ReadonlySet<string> = new Set(['href', 'xlink:href', 'action', 'formaction']);

/**
 * Rewrites the scripts that a tree has in itself, templates included: elements, event handlers and
 * `javascript:` URLs.
 */
export async function rewriteScripts(root: Document | DocumentFragment): Promise<void> {
  const rewriting: Promise<void>[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'script') rewriting.push(rewriteElement(element));
    if (element.localName === 'template') {
      rewriting.push(rewriteScripts((element as HTMLTemplateElement).content));
    }
    for (const attribute of element.attributes) {
      if (namesLocation(attribute.value)) rewriting.push(rewriteAttribute(attribute));
    }
  }
  await Promise.all(rewriting);
}

async function rewriteElement(script: Element): Promise<void> {
  const kind = scriptKind(script);
  if (kind === null || script.hasAttribute('src')) return;
  const text = script.textContent;
  const rewritten = await scriptText(text, kind);
  if (rewritten !== text) script.textContent = rewritten;
}

/** `null` for what no browser runs. */
function scriptKind(script: Element): ScriptKind | null {
  const type = (script.getAttribute('type') ?? '').trim().toLowerCase();
  if (type === 'module') return 'module';
  return type === '' || isJavaScript(type) ? 'script' : null;
}

async function rewriteAttribute(attribute: Attr): Promise<void> {
  const {name, value} = attribute;
  if (name.startsWith('on')) attribute.value = await scriptText(value, 'handler');
  else if (LINKING.has(name) && SCRIPT_URL.test(value)) {
    const [scheme = ''] = SCRIPT_URL.exec(value) ?? [];
    attribute.value = scheme + (await scriptText(value.slice(scheme.length), 'script'));
  }
}
