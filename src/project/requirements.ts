import type {ProjectFile} from '../protocol/project.js';

/** Where a project says which packages it needs. */
export const REQUIREMENTS = 'requirements.txt';

/**
 * The text of a `requirements.txt` with all that a playground asks for; `''` where it asks for
 * nothing.
 *
 * @param attribute Requirements with spaces or commas between them, as its tag has them.
 */
export function requirementsOf(files: readonly ProjectFile[], attribute: string | null): string {
  const content = files.find(({path}) => path === REQUIREMENTS)?.content ?? '';
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return [...(attribute ? split(attribute) : []), text].join('\n').trim();
}

/** A comma also stands between the bounds of one version: `django-filter>=24,<26`. */
function split(attribute: string): string[] {
  return attribute
    .replaceAll(/\s*(,|[<>=!~]=?=?)\s*(?=[<>=!~\d])/g, '$1')
    .split(/[\s]+|,(?![<>=!~])/)
    .filter(Boolean);
}
