/**
 * Two helpers of the tests send forms into a frame and read there what the site says that it got. A
 * frame in a document of an opaque origin cannot be read, so the same is asked of the site, outside
 * as inside.
 */
const HELPERS: ReadonlySet<string> = new Set([
  'FileAPI/support/send-file-form-helper.js',
  'html/semantics/forms/form-submission-0/enctypes-helper.js',
]);

/** What they read, and what they ask instead. */
const READ = 'formTargetFrame.contentDocument.body.textContent';
const ASK = String.raw`(await (await fetch('/echoed')).text()).replaceAll('\r\n', '\n')`;

/**
 * A file of the tests as it is served.
 *
 * @throws Error where a helper does not read what it did.
 */
export function withEchoes(path: string, text: string): string {
  if (!HELPERS.has(path) || text === '') return text;
  if (!text.includes(READ)) throw new Error(`${path} does not read ${READ}.`);
  return text.replace(READ, ASK);
}
