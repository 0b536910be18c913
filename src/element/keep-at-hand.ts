import {loadEditing} from '../files/index.js';
import type {ProjectFile} from '../protocol/project.js';
import {savesData, whenIdle} from '../runtime/index.js';
import {sharedPool} from './shared-pool.js';
import type {Strings} from './strings.js';

let isDone = false;

/**
 * Load what a reader may come to once a site runs, so that the browser has it where there is no
 * network later. It comes after everything that anybody waits for, and not at all for readers who
 * asked to save data.
 */
export async function keepAtHand(strings: Strings, files: readonly ProjectFile[]): Promise<void> {
  if (isDone || savesData()) return;
  isDone = true;
  await sharedPool().prepared();
  await whenIdle();
  const paths = [...new Map(files.map(({path}) => [endingOf(path), path])).values()];
  await Promise.allSettled([
    import('../editor/index.js').then(({loadLanguage}) => Promise.all(paths.map(loadLanguage))),
    loadEditing(),
    import('../menu/index.js'),
    import('./console-part.js'),
    import('./giving.js'),
    import('./cost.js'),
    strings.cost(),
    strings.editor(),
    strings.consoleTexts(),
    strings.giving(),
    strings.pane.operations(),
  ]);
  performance.mark('django-playground:at-hand');
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}
