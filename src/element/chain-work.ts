import {carryOver, type CarriedFiles, type Step} from '../chain/index.js';
import {completeProject, toStoredFiles} from '../project/index.js';
import type {SavedFiles, SavedSite} from '../protocol/storage.js';
import type {Work} from './keeper.js';
import {toPlayground} from './parts.js';
import {savedOf} from './saved-files.js';
import {sharedStorage} from './shared-storage.js';
import {stateKey} from './state-key.js';

const NOTHING: Work = {edits: {}, written: [], cookies: []};

/** What comes to a step from those before it. */
export interface CarriedWork {
  /** Index of the last step that the reader has worked on; 0 where there is none. */
  readonly at: number;
  /** What the reader made of the files of that step and of each one after it, by index. */
  readonly files: ReadonlyMap<number, SavedFiles>;
  readonly conflicts: CarriedFiles['conflicts'];
  readonly site: SavedSite;
}

/** What the reader did in earlier steps, as it goes into the last one. */
export async function carryTo(steps: readonly Step[]): Promise<CarriedWork> {
  const {at, work} = await lastWork(steps);
  const files = new Map<number, SavedFiles>([[at, work]]);
  const conflicts: CarriedFiles['conflicts'][number][] = [];
  let {written} = work;
  for (const [index, step] of steps.entries()) {
    if (index <= at) continue;
    const carried = carryOver(files.get(index - 1) ?? NOTHING, step.patch, step.files);
    files.set(index, carried.files);
    conflicts.push(...carried.conflicts);
    // What a step brings wins over what Django once wrote there.
    const brought = new Set([...step.patch.files.map(({path}) => path), ...step.patch.removed]);
    written = written.filter(({path}) => !brought.has(path));
  }
  const {cookies, storages, ran} = work;
  const site = {written, cookies, ...(storages && {storages}), ...(ran && {ran})};
  return {at, files, conflicts, site};
}

async function lastWork(steps: readonly Step[]): Promise<{at: number; work: Work}> {
  for (let at = steps.length - 2; at >= 0; at--) {
    const step = steps[at];
    const work = step && (await workIn(step));
    if (work) return {at, work};
  }
  return {at: 0, work: NOTHING};
}

/** What the reader did in a step, where that is anything. */
async function workIn({element, page, isHere}: Step): Promise<Work | undefined> {
  const playground = isHere ? toPlayground(element) : undefined;
  if (!playground) return sharedStorage().states.read(stateKey(element, page));
  const {project, site, persist} = playground.parts;
  await project.load();
  await persist.restored();
  if (!persist.isOwn) return undefined;
  const stored = toStoredFiles(completeProject(project.files));
  return {...savedOf(project), ...site.saved, written: site.writtenBeside(stored)};
}
