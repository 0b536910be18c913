import type {ProjectFile} from '../protocol/project.js';
import {dedent} from './dedent.js';

/** A child that needs nothing but itself to be a file. */
const PLAIN = 'script[type="text/x-django" i][path]:not([src],[encoding],[delete])';

/** Text with regions to be checked, or indented and with strings, whose lines may not be. */
const INTRICATE = /playground-|^\s*\n?[ \t]+\S[^]*("""|''')/;

/** What Markdown engines, typographers and slips make of Python. */
const SPOILT = /<\/?p>|&quot;|[“”‘’\u00a0]|<script\b[^>]*x-django|<\/django-playground/i;

/** What a file's markup says beside its path and content. */
export type FileMarks = Pick<ProjectFile, 'hidden' | 'readonly' | 'selected' | 'label'>;

/**
 * The files of a tag that has scripts for children and nothing else, which is read at once;
 * `undefined` where there is more to it.
 */
export function readPlainScripts(element: Element): ProjectFile[] | undefined {
  const files: ProjectFile[] = [];
  for (const node of element.childNodes) {
    if (node instanceof Element) {
      // What goes into another slot is no file.
      if (node.slot) continue;
      const text = unescapeScript(node.textContent);
      if (!node.matches(PLAIN) || INTRICATE.test(text)) return undefined;
      files.push(toFile(node, text));
    } else if (node instanceof Text && node.data.trim()) return undefined;
  }
  return files.length > 0 ? files : undefined;
}

/** Whether something may have spoilt a file, which is then worth a closer look. */
export function looksSpoilt({path, content}: ProjectFile): boolean {
  return path.endsWith('.py') && typeof content === 'string' && SPOILT.test(content);
}

function toFile(script: Element, text: string): ProjectFile {
  const get = (name: string): string | null => script.getAttribute(name);
  const path = get('path')!.trim();
  const content = get('preserve-whitespace') === null ? dedent(text) : text;
  return {path, content, ...readMarks(get)};
}

/** @param get The value of an attribute; `null` where it is not there. */
export function readMarks(get: (name: string) => string | null): FileMarks {
  const label = get('label');
  return {
    ...(get('hidden') !== null && {hidden: true}),
    ...(get('readonly') !== null && {readonly: true}),
    ...(get('selected') !== null && {selected: true}),
    ...(label && {label}),
  };
}

/**
 * HTML ends a script at the first `</script`, and after `<!--` and `<script` not even there.
 * Written as `<\/script` and `<\!--` they come through: a backslash is taken away in these places,
 * and nowhere else. `&lt;/script>` does as well, which nobody writes for anything else.
 */
export function unescapeScript(text: string): string {
  return text.replace(/<\\(?=\\*(?:\/script|!--))/gi, '<').replace(/&lt;(\/script\s*>)/gi, '<$1');
}
