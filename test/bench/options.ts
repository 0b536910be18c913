import {parseArgs} from 'node:util';
import {ENGINES, type Engine} from '../setup/browsers.js';

/** What `npm run bench -- …` was asked for. */
export interface Options {
  readonly engines: readonly Engine[];
  readonly rounds: number;
  /** Whether the memory of pages is measured. */
  readonly memory: boolean;
  /** Whether only how quickly what is typed is there is measured. */
  readonly typing: boolean;
  /** Whether only what a page of playgrounds costs its readers is measured. */
  readonly reading: boolean;
  /** Whether only starts with packages in the runtime are measured, beside those without. */
  readonly packages: boolean;
  /** Lines in Mbit/s to measure first visits over, instead of all else. */
  readonly lines: readonly number[];
}

export const USAGE = `npm run bench -- [options]

  --quick           two rounds, Chromium only, no memory
  --engine <name>   chromium, firefox or webkit; may be repeated
  --rounds <n>      how often each thing is measured, 5 by default
  --typing          how quickly the editor answers, in Chromium, and nothing else
  --reading         what 20 playgrounds cost who only reads, in Chromium, and nothing else
  --packages        visits with packages in a runtime of one's own, in Chromium, and nothing else
  --throttle        first visits over lines of 5, 20 and 100 Mbit/s, and nothing else`;

const ROUNDS = 5;
const QUICK_ROUNDS = 2;
const THROTTLED_ROUNDS = 3;
const LINES = [5, 20, 100];

/** @throws Error that says what is wrong with the arguments. */
export function parseOptions(args: readonly string[]): Options {
  const {values} = parseArgs({
    args: [...args],
    options: {
      quick: {type: 'boolean', default: false},
      engine: {type: 'string', multiple: true},
      rounds: {type: 'string'},
      throttle: {type: 'boolean', default: false},
      typing: {type: 'boolean', default: false},
      reading: {type: 'boolean', default: false},
      packages: {type: 'boolean', default: false},
    },
  });
  const {quick, throttle, typing, reading, packages} = values;
  const inOne = quick || throttle || typing || reading || packages;
  const usual = quick ? QUICK_ROUNDS : throttle ? THROTTLED_ROUNDS : ROUNDS;
  const engines = values.engine?.map(parseEngine);
  return {
    engines: engines ?? (inOne ? ['chromium'] : ENGINES),
    rounds: values.rounds === undefined ? usual : parseRounds(values.rounds),
    memory: !quick && !throttle && !packages,
    lines: throttle ? LINES : [],
    typing,
    reading,
    packages,
  };
}

function parseEngine(name: string): Engine {
  const engine = ENGINES.find(known => known === name);
  if (engine) return engine;
  throw new Error(`“${name}” is no engine. Choose one of ${ENGINES.join(', ')}.`);
}

function parseRounds(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error(`“${text}” is no number of rounds. Choose 1 or more.`);
}
