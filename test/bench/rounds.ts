import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Screen} from '../e2e/drivers/virtual-screen.js';
import {CACHE} from '../../src/build/paths.js';
import type {Browser} from '../setup/browsers.js';
import {untilMachineIdle} from './browser/activity.js';
import type {Findings} from './findings.js';
import {
  FILES,
  FIRST_OWN_START,
  FIRST_START,
  FIRST_VISIT,
  INSTALL,
  RETURN_OWN_START,
  RETURN_START,
  RETURN_VISIT,
  TWELVE,
} from './pages.js';
import type {Server} from './server/server.js';
import {visit} from './visit.js';

/** Processors that are busy with something else when a visit begins. */
export const OTHER_WORK = 'processors at other work before a visit';

/** Something that is measured: by visits of one reader, one after the other. */
export type Journey = readonly string[];

/** What others do, and what we do: a first visit and a return, each. */
export const USUAL: readonly Journey[] = [
  [INSTALL, FILES],
  [FIRST_VISIT, RETURN_VISIT],
];
export const FIRST: readonly Journey[] = [[INSTALL], [FIRST_VISIT]];
/** The runtime as it is, and one with packages in it. */
export const PACKAGES: readonly Journey[] = [
  [INSTALL],
  [FIRST_START, RETURN_START],
  [FIRST_OWN_START, RETURN_OWN_START],
];
export const LONG_PAGE: readonly Journey[] = [[TWELVE]];

export interface RoundsOptions {
  readonly browser: Browser;
  readonly screen: Screen | undefined;
  readonly rounds: number;
  readonly journeys: readonly Journey[];
  /** Told of each visit before it is made. */
  say(line: string): void;
}

/**
 * Make journeys over and over. Those of a round follow each other, so that what slows the machine
 * down for a while slows all of them.
 */
export async function makeRounds(
  server: Server,
  findings: Findings,
  {browser, screen, rounds, journeys, say}: RoundsOptions,
): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    for (const journey of journeys) {
      // A reader who has never been here.
      const profile = join(CACHE, 'bench', 'profile');
      await rm(profile, {recursive: true, force: true});
      for (const path of journey) {
        findings.note(OTHER_WORK, await untilMachineIdle());
        say(`${browser.engine}, round ${round} of ${rounds}: ${path} …`);
        try {
          findings.add(await visit(server, {browser, screen, profile, path}));
        } catch (error) {
          findings.noteFault(path, error instanceof Error ? error.message : String(error));
        }
      }
    }
  }
}
