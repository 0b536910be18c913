import type {HeaderPairs} from '../protocol/http.js';

/**
 * What of a response keeps it from being shown in a frame of its own site, as a browser sees it;
 * `null` where nothing does.
 */
export function forbidsFraming(headers: HeaderPairs): string | null {
  const policies = valuesOf(headers, 'content-security-policy')
    .flatMap(value => value.split(/[,;]/))
    .map(directive => directive.trim())
    .filter(directive => /^frame-ancestors(?:\s|$)/i.test(directive));
  const refusing = policies.find(directive => !allowsSite(directive));
  if (refusing !== undefined) return `Content-Security-Policy: ${refusing}`;
  // Where there is such a policy, the older header is passed over.
  if (policies.length > 0) return null;
  const options = valuesOf(headers, 'x-frame-options').flatMap(value => value.split(','));
  const isDenied = options.some(value => value.trim().toLowerCase() === 'deny');
  return isDenied ? 'X-Frame-Options: DENY' : null;
}

function allowsSite(directive: string): boolean {
  const [, ...sources] = directive.toLowerCase().split(/\s+/);
  return sources.some(source =>
    /^(?:'self'|\*|http:|(?:http:\/\/)?playground\.localhost(?::80)?\/?)$/.test(source),
  );
}

function valuesOf(headers: HeaderPairs, name: string): readonly string[] {
  return headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
}
