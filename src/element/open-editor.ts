import type {EditorTexts} from '../editor/index.js';
import type {EditorHandle, OpenEditor} from '../files/index.js';
import {loadPart} from './load-part.js';

/**
 * The editor, loaded when somebody first goes to edit.
 *
 * @throws PlaygroundError `runtime-unavailable` when it cannot be loaded.
 */
export async function openEditor(
  options: Parameters<OpenEditor>[0],
  loadingTexts: Promise<EditorTexts>,
): Promise<EditorHandle> {
  const loading = Promise.all([import('../editor/index.js'), loadingTexts]);
  const [{openEditor: open}, strings] = await loadPart(loading);
  return open({...options, strings});
}
