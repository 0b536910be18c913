/** The parts of a test run, in the order in which they start. */
import {ENGINES, type Engine} from './browsers.js';

export interface Part {
  /** As in `npm test -- cpython`. */
  readonly name: string;
  /** What a person calls it, e.g. `e2e in Firefox`. */
  readonly title: string;
  /** What is run with this very Node, from the repository's root. */
  readonly args: readonly string[];
  /** The engines it uses; it is told in `PLAYGROUND_ENGINES`. */
  readonly engines: readonly Engine[];
  /** How many of the machine's processors it fills. */
  readonly weight: 1 | 2;
  /** Whether it runs on the built package. */
  readonly needsPackage?: boolean;
  /** Whether it installs the package as npm has it. */
  readonly needsTarball?: boolean;
  /** Whether it runs only where it is named. */
  readonly onlyNamed?: boolean;
  /** Whether browsers run it in real time, so that what else the machine does may upset it. */
  readonly inRealTime?: boolean;
}

const NODE_TEST = [
  '--import=tsx',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./test/setup/node-reporter.ts',
  '--test-reporter-destination=stdout',
];

const PARTS: readonly Part[] = [
  // The longest first, so that the short ones fill what is left of the time of each processor.
  ...(['firefox', 'chromium'] as const).map(engine => ({
    name: 'components',
    title: `components in ${engine}`,
    args: ['node_modules/@web/test-runner/dist/bin.js'],
    engines: [engine],
    weight: 1 as const,
    inRealTime: true,
  })),
  ...ENGINES.map(engine => ({
    name: 'e2e',
    title: `e2e in ${engine}`,
    args: [...NODE_TEST, 'test/e2e/journeys/all.ts'],
    engines: [engine],
    weight: 1 as const,
    needsPackage: true,
    inRealTime: true,
  })),
  {
    name: 'build',
    title: 'build',
    args: [...NODE_TEST, 'test/build/all.ts'],
    engines: [],
    weight: 1,
  },
  {
    name: 'cpython',
    title: 'Python under CPython',
    args: ['test/python/in-cpython.mjs'],
    engines: [],
    weight: 1,
  },
  {
    name: 'pyodide',
    title: 'Python inside Pyodide',
    args: ['test/python/in-pyodide.mjs'],
    engines: [],
    weight: 1,
  },
  {
    name: 'django',
    title: 'a choice of Django’s own tests',
    args: ['test/django/run.mjs', '--quick', '--processes', '1'],
    engines: [],
    weight: 1,
  },
  {
    name: 'parity',
    title: 'projects under CPython and in the interpreter',
    args: [...NODE_TEST, 'test/project/all.ts'],
    engines: [],
    weight: 1,
  },
  {
    // In a process of its own: it has a document of its own in the place of a browser's.
    name: 'tutorial',
    title: 'the tutorial under CPython',
    args: [...NODE_TEST, 'test/project/tutorial.ts'],
    engines: [],
    weight: 1,
  },
  {
    name: 'exhaustive',
    title: 'more of what components do with a few of each kind',
    args: ['node_modules/@web/test-runner/dist/bin.js', 'test/exhaustive/*.test.ts'],
    engines: ['chromium', 'firefox'],
    weight: 2,
    onlyNamed: true,
  },
  {
    name: 'package',
    title: 'the package as npm has it',
    args: [...NODE_TEST, 'test/package/vite.ts'],
    engines: ['chromium'],
    weight: 1,
    needsTarball: true,
  },
  {
    name: 'bundlers',
    title: 'the package in webpack, Parcel, esbuild and Rollup',
    args: [...NODE_TEST, 'test/package/bundlers.ts'],
    engines: ['chromium'],
    weight: 1,
    needsTarball: true,
    onlyNamed: true,
  },
  ...ENGINES.map(engine => ({
    name: 'packages',
    title: `sites with packages in ${engine}`,
    args: [...NODE_TEST, 'test/e2e/packages/all.ts'],
    engines: [engine],
    weight: 1 as const,
    needsPackage: true,
    inRealTime: true,
    onlyNamed: true,
  })),
  {
    name: 'generators',
    title: 'pages of generators',
    args: [...NODE_TEST, 'test/generators/quick.ts'],
    engines: ['chromium'],
    weight: 1,
    needsPackage: true,
  },
  {
    name: 'all-generators',
    title: 'pages of all generators',
    args: [...NODE_TEST, 'test/generators/all.ts'],
    engines: ['chromium'],
    weight: 1,
    needsPackage: true,
    // Some hundred megabytes are installed for it.
    onlyNamed: true,
  },
];

/**
 * The parts that a command line names: parts, engines, or both; where it names none, all that do
 * not have to be named.
 *
 * @throws Error for a word that is neither.
 */
export function selectParts(words: readonly string[]): readonly Part[] {
  const names = new Set(PARTS.map(part => part.name));
  const unknown = words.find(word => !names.has(word) && !isEngine(word));
  if (unknown !== undefined) {
    const known = [...names, ...ENGINES].join(', ');
    throw new Error(`There are no tests called "${unknown}". There are: ${known}.`);
  }
  const wanted = words.filter(word => names.has(word));
  const engines = words.filter(isEngine);
  return PARTS.filter(({name, onlyNamed = false}) =>
    wanted.length === 0 ? !onlyNamed : wanted.includes(name),
  )
    .map(part => (engines.length === 0 ? part : narrow(part, engines)))
    .filter(part => engines.length === 0 || part.engines.length > 0);
}

function narrow(part: Part, engines: readonly Engine[]): Part {
  return {...part, engines: part.engines.filter(engine => engines.includes(engine))};
}

function isEngine(word: string): word is Engine {
  return ENGINES.some(engine => engine === word);
}
