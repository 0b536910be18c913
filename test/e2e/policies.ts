/** The Content-Security-Policies that the README names. */

/** What each of them begins with: nothing that is not said. */
const COMMON = {
  'default-src': "'none'",
  'connect-src': "'self'",
  'worker-src': 'data:',
};

/** For any page: what the site shows is under the page's policy. */
const SIMPLE = {
  ...COMMON,
  'script-src': "'self' 'unsafe-inline' 'wasm-unsafe-eval' blob: data:",
  'style-src': "'self' 'unsafe-inline' data:",
  'img-src': "'self' data:",
  'font-src': 'data:',
  'media-src': 'data:',
  'frame-src': 'data:',
};

/** For pages that allow no inline scripts, with `frameFile`: what the site shows has its own. */
const STRICT = {
  ...COMMON,
  'script-src': "'self' 'wasm-unsafe-eval' blob:",
  'style-src': "'self'",
  'img-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Where browsers tell of what went against a policy. */
export const REPORTS = '/reports';

function policy(directives: Readonly<Record<string, string>>): string {
  const text = Object.entries(directives).map(([name, sources]) => `${name} ${sources}`);
  return [...text, `report-uri ${REPORTS}`].join('; ');
}

export const SIMPLE_POLICY = policy(SIMPLE);
export const STRICT_POLICY = policy(STRICT);
