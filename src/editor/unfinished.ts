import {pythonLanguage} from '@codemirror/lang-python';

/** Characters above which a file is not looked at: reading it would hold up who writes it. */
const LIMIT = 200_000;

/** Whether a Python file has a syntax error, as far as the editor's grammar says. */
export function isUnfinished(path: string, source: string): boolean {
  if (!/\.pyi?$/.test(path) || source.length > LIMIT) return false;
  let hasError = false;
  pythonLanguage.parser.parse(source).iterate({
    enter({type}) {
      hasError ||= type.isError;
      return !hasError;
    },
  });
  return hasError;
}
