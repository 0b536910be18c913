import type {HttpRequest} from '../protocol/http.js';
import type {LoadRequest} from '../protocol/interpreter.js';
import type {ProjectSnapshot} from '../protocol/snapshot.js';
import type {Interpreter} from './interpreter.js';
import {Written} from './written.js';

/**
 * Load a project into an interpreter that has run nothing, let it answer once, and take what has
 * become of it.
 *
 * @returns nothing where the project does not work: there is no hurry to see that again.
 * @throws PlaygroundError `not-snapshotted` where it keeps something that cannot be restored.
 */
export async function takeProjectSnapshot(
  interpreter: Interpreter,
  load: LoadRequest,
  request: HttpRequest,
): Promise<ProjectSnapshot | undefined> {
  const written = new Written();
  interpreter.events = {
    onchanged: changes => written.apply(changes),
    // Nobody sees what it shows, nor waits for it when it is stopped.
    onsourceswanted: () => void interpreter.ask('mount', {images: []}).catch(() => {}),
  };
  const report = await interpreter.ask('load', load);
  if (report.error) return undefined;
  const {status} = await interpreter.ask('request', request);
  if (status >= 500) return undefined;
  const memory = await interpreter.ask('snapshot', {since: interpreter.origin});
  return {memory, written: written.files, report};
}
