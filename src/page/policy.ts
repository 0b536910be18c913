import {SITE_ORIGIN} from '../protocol/http.js';

/** Directives that decide about files which lie in the document as `data:` URLs. */
const FETCH_DIRECTIVE = /^[a-z]+-src(?:-elem)?$/i;

/**
 * Lets a `<meta http-equiv="Content-Security-Policy">` mean what its author meant. `'self'` is
 * nothing in a document of opaque origin, and the site's own files are `data:` URLs there: where a
 * directive allows the site, it allows those too. The guest needs no allowance, since it has run
 * before a policy in the markup begins to count.
 */
export function allowInlinedAssets(document: Document): void {
  for (const meta of document.querySelectorAll('meta[http-equiv][content]')) {
    if (meta.getAttribute('http-equiv')?.toLowerCase() !== 'content-security-policy') continue;
    meta.setAttribute('content', allow(meta.getAttribute('content') ?? ''));
  }
}

function allow(policy: string): string {
  const directives = policy.split(';').map(directive => {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    const allowsSite = sources.some(isSite);
    return FETCH_DIRECTIVE.test(name) && allowsSite ? `${directive} data: blob:` : directive;
  });
  return directives.join(';');
}

function isSite(source: string): boolean {
  return source.toLowerCase() === "'self'" || source.startsWith(SITE_ORIGIN);
}
