import {PlaygroundError} from '../protocol/failure.js';
import type {Patch, ProjectFile} from '../protocol/project.js';
import {findBadPath} from './check-paths.js';
import type {MarkupOptions} from './markup/index.js';
import {looksSpoilt, readPlainScripts} from './plain-scripts.js';

/**
 * The files that a tag's markup gives, checked, in the document's order: its scripts and code
 * blocks, those that are elsewhere in the document for it, and what its `src` leads to. The tag
 * may be in any document, also of another page.
 *
 * @throws PlaygroundError with any of the codes for an author's markup.
 */
export async function readFiles(element: Element, options?: MarkupOptions): Promise<ProjectFile[]> {
  const plain = isAlone(element) && readPlainScripts(element);
  if (!plain || findBadPath(plain) !== undefined) {
    return (await loadMarkup()).readFiles(element, options);
  }
  if (plain.some(looksSpoilt)) void inspect(element);
  return plain;
}

/**
 * What a tag's markup makes of the files of the step that it extends; that may be nothing.
 *
 * @throws PlaygroundError with any of the codes for an author's markup.
 */
export async function readPatch(element: Element, options?: MarkupOptions): Promise<Patch> {
  return (await loadMarkup()).readPatch(element, options);
}

/** Whether nothing outside of it can be a file of it. */
function isAlone(element: Element): boolean {
  const root = element.getRootNode() as ParentNode;
  const id = CSS.escape(element.id);
  return (
    !element.hasAttribute('src') && !(id && root.querySelector(`[data-for="${id}"],[for="${id}"]`))
  );
}

/** Only its author is told, so it need not be possible. */
async function inspect(element: Element): Promise<void> {
  await loadMarkup().then(
    markup => markup.inspect(element),
    () => {},
  );
}

/** How to read everything else is loaded with the first that has it. */
async function loadMarkup(): Promise<typeof import('./markup/index.js')> {
  try {
    return await import('./markup/index.js');
  } catch (cause) {
    throw new PlaygroundError(
      {
        code: 'file-unavailable',
        message:
          'The files of this playground could not be loaded. Check your connection and try again.',
      },
      {cause},
    );
  }
}
