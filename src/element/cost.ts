/** What a click on Run loads: loaded itself when somebody is about to. */
import {completeProject, needsLocales} from '../project/index.js';
import type {ProjectFile} from '../protocol/project.js';
import type {Appearance} from './appearance.js';
import {sharedPool} from './shared-pool.js';
import type {PlaygroundState} from './state.js';

export type CostHost = Appearance & {
  readonly state: PlaygroundState;
  readonly files: readonly ProjectFile[];
  readonly django: string | null;
};

/** Say it below the button in the output's place, while that is there. */
export async function tellCost(host: CostHost): Promise<void> {
  if (host.state !== 'idle') return;
  const [bytes, strings] = await Promise.all([
    sharedPool().bytesToLoad({series: host.django, locales: hasLocales(host.files)}),
    host.strings.cost(),
  ]);
  const cover = host.renderRoot.querySelector('.cover');
  if (host.state !== 'idle' || !cover) return;
  const cost = document.createElement('small');
  cost.className = 'cost';
  cost.setAttribute('role', 'status');
  // What is put into it later is read out, what it comes with is not everywhere.
  cover.append(cost);
  cost.textContent = bytes === 0 ? strings.isHere : strings.loads(Math.ceil(bytes / 1e6));
}

/** What is wrong with the files is said when they run. */
function hasLocales(files: readonly ProjectFile[]): boolean {
  try {
    return needsLocales(completeProject(files).files);
  } catch {
    return false;
  }
}
