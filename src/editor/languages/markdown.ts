import {markdown as codemirrorMarkdown} from '@codemirror/lang-markdown';
import {pythonLanguage} from '@codemirror/lang-python';
import type {Extension} from '@codemirror/state';

/** Markdown, with Python in its fenced blocks. */
export function markdown(): Extension {
  return codemirrorMarkdown({
    codeLanguages: info => (/^(?:py|python|pycon)\b/.test(info) ? pythonLanguage : null),
  });
}
