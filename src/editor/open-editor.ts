import {CodeEditor} from './code-editor.js';
import {loadLanguage} from './languages/load.js';
import type {EditorOptions} from './options.js';

/** Make an editor that knows the languages that most files of the project are in. */
export async function openEditor(options: EditorOptions): Promise<CodeEditor> {
  const usual = options.project().filter(({path}) => /\.(?:py|html)$/.test(path));
  const endings = new Map(usual.map(({path}) => [path.slice(path.lastIndexOf('.')), path]));
  await Promise.all([...endings.values()].map(loadLanguage));
  return new CodeEditor(options);
}
