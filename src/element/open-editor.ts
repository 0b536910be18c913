import type {EditorOptions} from '../editor/index.js';
import type {EditorHandle} from '../files/index.js';
import {loadPart} from './load-part.js';

/**
 * The editor, loaded when somebody first goes to edit.
 *
 * @throws PlaygroundError `runtime-unavailable` when it cannot be loaded.
 */
export async function openEditor(options: EditorOptions): Promise<EditorHandle> {
  const {openEditor: open} = await loadPart(import('../editor/index.js'));
  return open(options);
}
