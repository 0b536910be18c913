/** What a browser does and needs, seen from outside. */
import {setTimeout as pause} from 'node:timers/promises';
import type {Engine} from '../../setup/browsers.js';
import type {Sample} from '../page/report.js';
import {
  commandLine,
  family,
  HAS_PROC,
  machineTicks,
  proportionalSize,
  threadNames,
} from './processes.js';

/** How processes that run pages are started, and what their worker threads are called. */
const TRAITS: Readonly<Record<Engine, {readonly pages: RegExp; readonly worker: string}>> = {
  chromium: {pages: /^--type=renderer$/, worker: 'DedicatedWorker'},
  firefox: {pages: /^(?:tab|isTab)$/, worker: 'DOM Worker'},
  webkit: {pages: /WebKitWebProcess$/, worker: 'WebCore: Worker'},
};

/** Milliseconds between two looks. */
const INTERVAL = 250;
/** So long in a row nothing may happen. */
const STILLNESS = 2500;
/** Part of one processor that a browser uses which does nothing. */
const IDLE = 0.08;
const PATIENCE = 60_000;
/** How long to wait where the system does not tell. */
const BLIND_PAUSE = 10_000;

/** Processors that a machine uses which others leave alone. */
const MACHINE_IDLE = 0.25;
const MACHINE_INTERVAL = 1000;
const MACHINE_PATIENCE = 30_000;

const MILLISECONDS_PER_TICK = 10;

/** Wait until a browser has had nothing to do for a while. */
export async function untilQuiet(id: number): Promise<void> {
  if (!HAS_PROC) {
    await pause(BLIND_PAUSE);
    return;
  }
  const deadline = performance.now() + PATIENCE;
  let quietSince = performance.now();
  let [before, at] = [await usedTicks(id), performance.now()];
  while (performance.now() - quietSince < STILLNESS) {
    if (performance.now() > deadline) throw new Error('The browser never came to rest.');
    await pause(INTERVAL);
    const [ticks, now] = [await usedTicks(id), performance.now()];
    const used = ((ticks - before) * MILLISECONDS_PER_TICK) / (now - at);
    if (used > IDLE) quietSince = now;
    [before, at] = [ticks, now];
  }
}

/**
 * Wait for a while until the machine has little else to do.
 *
 * @returns how many processors were at work on something else in the end.
 */
export async function untilMachineIdle(): Promise<number> {
  if (!HAS_PROC) return 0;
  const deadline = performance.now() + MACHINE_PATIENCE;
  for (;;) {
    const [before, at] = [await machineTicks(), performance.now()];
    await pause(MACHINE_INTERVAL);
    const used = (await machineTicks()) - before;
    const busy = (used * MILLISECONDS_PER_TICK) / (performance.now() - at);
    if (busy < MACHINE_IDLE || performance.now() > deadline) return busy;
  }
}

/** @throws Error where the system does not tell. */
export async function sample(engine: Engine, id: number): Promise<Sample> {
  if (!HAS_PROC) throw new Error('Memory can be measured on Linux only.');
  const {pages, worker} = TRAITS[engine];
  let [memory, workers] = [0, 0];
  for (const {id: member} of await family(id)) {
    if (!(await commandLine(member)).some(word => pages.test(word))) continue;
    memory += await proportionalSize(member);
    workers += (await threadNames(member)).filter(name => name.startsWith(worker)).length;
  }
  return {memory, workers};
}

async function usedTicks(id: number): Promise<number> {
  return (await family(id)).reduce((sum, {ticks}) => sum + ticks, 0);
}
