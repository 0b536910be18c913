/**
 * Python's local time. Emscripten takes it from the browser, so that a site's naive dates would
 * differ from one reader to the next; on a server it is the time zone in Django's settings.
 *
 * Emscripten asks JavaScript for it through three imports, which are answered here. The state is
 * this module's, since a worker has one interpreter.
 */
import type {PyodideConfig} from 'pyodide';

type CreateModule = NonNullable<PyodideConfig['createPyodideModule']>;

/** The part of Emscripten's module that is needed. */
interface EmscriptenModule {
  readonly HEAP32: Int32Array;
  readonly HEAPU8: Uint8Array;
  instantiateWasm(imports: {env: TimeImports}, success: unknown): unknown;
}

/** Times are in seconds, `tm` points to a C `struct tm`. */
interface TimeImports {
  readonly _gmtime_js: (time: bigint, tm: number) => void;
  readonly _timegm_js: (tm: number) => bigint;
  _localtime_js: (time: bigint, tm: number) => void;
  _mktime_js: (tm: number) => bigint;
  _tzset_js: (timezone: number, daylight: number, standard: number, summer: number) => void;
}

/** Where fields of a `struct tm` lie, in bytes. */
const TM_ISDST = 32;
const TM_GMTOFF = 36;

const DAY = 24 * 60 * 60;

/** 1900 and 9999, in seconds. */
const EARLIEST = Date.UTC(1900) / 1000;
const LATEST = Date.UTC(9999) / 1000;

/** Room that Emscripten's C library has for the name of a zone, its closing zero included. */
const NAME_SIZE = 17;

/** What of local time is kept with a memory snapshot. */
export interface LocalTime {
  /** The zone's IANA name. */
  readonly zone: string;
  /** Where C looks for the names of standard and summer time; told once, when it starts. */
  readonly standard: number;
  readonly summer: number;
}

let localTime: LocalTime = {zone: 'UTC', standard: 0, summer: 0};

/** Writes a text of C's into the interpreter's memory. */
let writeName = (_name: string, _at: number): void => {};

/**
 * Choose the time zone, by its IANA name and the short names of its two times, e.g. `CET` and
 * `CEST`. A zone that the engine does not know counts as UTC.
 */
export function setTimeZone(name: string, standard: string, summer: string): void {
  localTime = {...localTime, zone: name};
  writeName(standard, localTime.standard);
  writeName(summer, localTime.summer);
}

/** The chosen zone; its names themselves are in the memory. */
export function readLocalTime(): LocalTime {
  return localTime;
}

export function restoreLocalTime(restored: LocalTime): void {
  localTime = restored;
}

/** Let an Emscripten module's local time be that of the chosen time zone. */
export function withLocalTime(create: CreateModule): CreateModule {
  return (settings: unknown) => {
    const module = settings as EmscriptenModule;
    const instantiate = module.instantiateWasm;
    module.instantiateWasm = (imports, success) => {
      Object.assign(imports.env, localTimeImports(module, imports.env));
      return instantiate(imports, success);
    };
    return create(settings as Parameters<CreateModule>[0]);
  };
}

function localTimeImports(
  module: EmscriptenModule,
  {_gmtime_js: gmtime, _timegm_js: timegm}: TimeImports,
): Partial<TimeImports> {
  const localtime = (time: bigint, tm: number): void => {
    const offset = offsetAt(Number(time));
    gmtime(time + BigInt(offset), tm);
    module.HEAP32[(tm + TM_ISDST) >> 2] = Number(isSummer(Number(time), offset));
    module.HEAP32[(tm + TM_GMTOFF) >> 2] = offset;
  };
  writeName = (name, at) => {
    const bytes = new TextEncoder().encode(name).subarray(0, NAME_SIZE - 1);
    module.HEAPU8.fill(0, at, at + NAME_SIZE);
    module.HEAPU8.set(bytes, at);
  };
  return {
    _localtime_js: localtime,
    _mktime_js(tm) {
      const preferSummer = module.HEAP32[(tm + TM_ISDST) >> 2] !== 0;
      const time = BigInt(timeOf(Number(timegm(tm)), preferSummer));
      localtime(time, tm);
      return time;
    },
    _tzset_js(timezone, daylight, standard, summer) {
      // Called once, at the start. Python has the two numbers in variables of its own.
      module.HEAP32[timezone >> 2] = 0;
      module.HEAP32[daylight >> 2] = 0;
      localTime = {...localTime, standard, summer};
      setTimeZone('UTC', 'UTC', 'UTC');
    },
  };
}

/** Seconds that the zone's clocks are ahead of UTC. Its rules are not asked for before 1900. */
function offsetAt(time: number): number {
  const asked = Math.min(Math.max(time, EARLIEST), LATEST);
  const fields: Record<string, number> = {};
  for (const {type, value} of formatter(localTime.zone).formatToParts(asked * 1000)) {
    fields[type] = Number(value);
  }
  const {year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0} = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - asked;
}

/** The time at which the zone's clocks show a time; of two, that of summer or of winter. */
function timeOf(shown: number, preferSummer: boolean): number {
  const before = offsetAt(shown - DAY);
  const offsets = [before, offsetAt(shown + DAY)].toSorted((a, b) =>
    preferSummer ? b - a : a - b,
  );
  const offset = offsets.find(candidate => offsetAt(shown - candidate) === candidate);
  // Clocks that were put forward never showed it; as if they had not been.
  return shown - (offset ?? before);
}

function isSummer(time: number, offset: number): boolean {
  const year = new Date(time * 1000).getUTCFullYear();
  const offsets = [0, 6].map(month => offsetAt(Date.UTC(year, month) / 1000));
  return offset > Math.min(...offsets);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(name: string): Intl.DateTimeFormat {
  let known = formatters.get(name);
  if (!known) {
    known = createFormatter(name) ?? formatter('UTC');
    formatters.set(name, known);
  }
  return known;
}

function createFormatter(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
