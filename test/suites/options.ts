/** What the command line of the suites says. */
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {ENGINES, type Engine} from '../setup/browsers.js';

export interface Options {
  readonly engines: readonly Engine[];
  /** A checkout of the suite. */
  readonly from: string | undefined;
  /** Only pages that have this in their addresses; then nothing is said of the whole. */
  readonly only: string | undefined;
  /** Take what runs before this one found on a real origin. */
  readonly again: boolean;
  readonly inside: boolean;
  /** Also visit the pages that the rate is not of. */
  readonly all: boolean;
  /** Whether pages that differ are visited once more. */
  readonly twice: boolean;
}

/**
 * @param otherwise the engines where none is named.
 * @throws Error for an option or an engine that there is not.
 */
export function readOptions(words: readonly string[], otherwise: readonly Engine[]): Options {
  const {values, positionals} = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      from: {type: 'string'},
      only: {type: 'string'},
      again: {type: 'boolean', default: false},
      'outside-only': {type: 'boolean', default: false},
      all: {type: 'boolean', default: false},
      once: {type: 'boolean', default: false},
    },
  });
  const unknown = positionals.find(word => !ENGINES.some(engine => engine === word));
  if (unknown !== undefined) throw new Error(`There is no engine “${unknown}”.`);
  const named = ENGINES.filter(engine => positionals.includes(engine));
  return {
    engines: named.length > 0 ? named : otherwise,
    from: values.from === undefined ? undefined : resolve(values.from),
    only: values.only,
    again: values.again,
    all: values.all,
    inside: !values['outside-only'],
    twice: !values.once,
  };
}
