import type {CompletionContext, CompletionResult} from '@codemirror/autocomplete';
import {EditorState, type Extension} from '@codemirror/state';
import type {ProjectFile} from '../../protocol/project.js';
import type {ProjectReader} from './project-facts.js';

/**
 * Completion with what Django and the project's own files offer.
 *
 * @param project All files as they are now; read when completion opens.
 * @param path Of the file that is shown.
 */
export function projectCompletion(
  project: () => readonly ProjectFile[],
  path: () => string,
): Extension {
  let reader: ProjectReader | undefined;
  const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const shown = path();
    const isPython = /\.pyi?$/.test(shown);
    if (!isPython && !/\.(?:html?|djhtml|txt|xml|svg)$/.test(shown)) return null;
    const {ProjectReader: Reader, completePython, completeTemplate} = await import('./sources.js');
    if (context.aborted) return null;
    reader ??= new Reader();
    const files = project();
    const facts = reader.read(files);
    if (!isPython) return completeTemplate(context, facts, shown);
    const file = files.find(each => each.path === shown);
    return completePython(context, facts, file?.storedAs ?? shown);
  };
  // The same array each time, so that CodeMirror knows the source again.
  const data = [{autocomplete: complete}];
  return EditorState.languageData.of(() => data);
}
