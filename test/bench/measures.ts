/** What is reported, and the bars that it is held to. */

/** Held against a number, a multiple of another measure, or another measure and so much more. */
export interface Bar {
  /** The measure that it is a multiple of … */
  readonly times?: string;
  /** … or that it may be so much above. */
  readonly above?: string;
  readonly atMost: number;
  /** What to reach beyond the bar. */
  readonly aim?: number;
}

export type Unit = 'ms' | 'MB' | 'kB' | '';

export interface Measure {
  /** What it is called in the table. */
  readonly label: string;
  /** Under which name it is found. */
  readonly name: string;
  readonly unit: Unit;
  readonly bar?: Bar;
  /** A bar of its own in the engines that have not been measured first. */
  readonly elsewhere?: Bar;
}

const START = 'install · Python’s start';

/** In the order of the table. What else is found is listed below it, without bars. */
export const MEASURES: readonly Measure[] = [
  {label: 'reference: install', name: 'install', unit: 'ms'},
  {label: 'reference: files', name: 'files', unit: 'ms'},
  {
    label: 'first visit',
    name: 'first visit',
    unit: 'ms',
    bar: {times: 'install', atMost: 1 / 4, aim: 1 / 6},
  },
  {
    label: 'return visit',
    name: 'return visit',
    unit: 'ms',
    bar: {times: 'install', atMost: 1 / 10, aim: 1 / 20},
    elsewhere: {times: 'install', atMost: 1 / 8, aim: 1 / 20},
  },
  {
    label: 'return visit',
    name: 'return visit',
    unit: 'ms',
    bar: {times: 'files', atMost: 1 / 5},
  },
  {
    label: 'first visit, packages in the runtime',
    name: 'first visit with packages',
    unit: 'ms',
    bar: {times: 'first visit', atMost: 1.5},
  },
  {
    label: 'return visit, packages in the runtime',
    name: 'return visit with packages',
    unit: 'ms',
    bar: {times: 'install', atMost: 1 / 10, aim: 1 / 20},
  },
  {
    label: 'return visit, packages in the runtime',
    name: 'return visit with packages',
    unit: 'ms',
    bar: {times: 'return visit', atMost: 1.5},
  },
  {
    label: 'edit of a view to the new page',
    name: 'edit',
    unit: 'ms',
    bar: {times: 'files', atMost: 1 / 15, aim: 1 / 30},
  },
  {
    label: 'taking a prepared spare, to Python’s first line',
    name: 'edit · to Python’s first line',
    unit: 'ms',
    bar: {times: START, atMost: 1 / 40, aim: 1 / 60},
  },
  ...clicks('click to a plain page', 'click', {atMost: 25, aim: 12}),
  ...clicks('click to the admin with its static files', 'click to the admin, first time', {
    above: 'static files of the admin',
    atMost: 80,
    aim: 40,
  }),
  ...clicks('click to the admin again', 'click to the admin', {atMost: 80, aim: 40}),
  {
    label: 'fetch by a script of the site, beside Django',
    name: 'fetch · beside Django',
    unit: 'ms',
    bar: {atMost: 2, aim: 1},
  },
  {label: 'fetch of 50 small files at once', name: 'fetch of 50 files at once', unit: 'ms'},
  {
    label: 'swap with a database of 20 MB',
    name: 'swap with 20 MB',
    unit: 'ms',
    bar: {above: 'swap with a small database', atMost: 60, aim: 5},
  },
  {
    label: 'memory per interpreter, with a share of what is there once a page',
    name: 'memory per interpreter',
    unit: 'MB',
    bar: {atMost: 80e6, aim: 60e6},
  },
  {
    label: 'memory of one interpreter more',
    name: 'memory of one interpreter more',
    unit: 'MB',
    bar: {atMost: 80e6, aim: 60e6},
  },
  {
    label: 'memory of a page of 12 elements, at its most',
    name: 'memory of 12 elements',
    unit: 'MB',
    bar: {atMost: 500e6, aim: 300e6},
  },
  {label: 'workers of that page, at their most', name: 'workers of 12 elements', unit: ''},
  {label: 'an element of it touched again', name: 'touch again', unit: 'ms'},
  {label: 'reference: a key, small file', name: 'typing, small file', unit: 'ms'},
  {
    label: 'a key to the end of its frame, 1 MB file among 300',
    name: 'typing, 1 MB file among 300',
    unit: 'ms',
    bar: {atMost: 16},
  },
  {label: 'reference: another file, of two', name: 'another file, of two', unit: 'ms'},
  {
    label: 'another file, among 300 with one of 1 MB',
    name: 'another file, among 300 with one of 1 MB',
    unit: 'ms',
  },
  {
    label: 'reading 20 playgrounds, largest paint',
    name: 'reading 20 playgrounds · largest paint',
    unit: 'ms',
    bar: {times: 'reading plain code · largest paint', atMost: 1.05},
  },
  {
    label: 'reading 20 playgrounds, blocked by long tasks',
    name: 'reading 20 playgrounds · blocked',
    unit: 'ms',
    // There is nothing to take a twentieth of where plain code blocks for no time at all.
    bar: {above: 'reading plain code · blocked', atMost: 50},
  },
  {
    label: 'reading 20 playgrounds, thousandths of shift',
    name: 'reading 20 playgrounds · shift, thousandths',
    unit: '',
    bar: {above: 'reading plain code · shift, thousandths', atMost: 1},
  },
  {
    label: 'bytes of a first visit, brotli',
    name: 'bytes of a first visit',
    unit: 'MB',
    bar: {atMost: 10e6, aim: 7e6},
  },
  {
    label: 'bytes before anyone acts, gzip',
    name: 'bytes before anyone acts',
    unit: 'kB',
    bar: {atMost: 25e3, aim: 15e3},
  },
  {
    label: 'files of the runtime before anyone acts',
    name: 'runtime files before anyone acts',
    unit: '',
    bar: {atMost: 0},
  },
];

/**
 * What a click takes beside Django's own time, until its page is painted: until a second frame has
 * begun, of which one waits for nothing, and until the first has ended.
 */
function clicks(label: string, name: string, bar: Bar): readonly Measure[] {
  return [
    {label: `${label}, two frames`, name: `${name} · beside Django`, unit: 'ms', bar},
    {
      label: `${label}, one frame`,
      name: `${name} · to the frame’s end, beside Django`,
      unit: 'ms',
      bar,
    },
  ];
}
