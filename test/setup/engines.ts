/** The variable in which a part of the tests is told which engines to use. */
import process from 'node:process';
import {ENGINES, type Engine} from './browsers.js';

const VARIABLE = 'PLAYGROUND_ENGINES';

/** @param otherwise the engines where nobody said anything. */
export function chosenEngines(otherwise: readonly Engine[]): readonly Engine[] {
  const names = process.env[VARIABLE]?.split(',');
  return names ? ENGINES.filter(engine => names.includes(engine)) : otherwise;
}

/** The environment that chooses these engines. */
export function choose(engines: readonly Engine[]): NodeJS.ProcessEnv {
  return {[VARIABLE]: engines.join(',')};
}
