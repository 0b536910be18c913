/** Findings as tables in Markdown. */
import {ENGINE_NAMES, type Engine} from '../setup/browsers.js';
import type {Findings, Summary} from './findings.js';
import {MEASURES, type Bar, type Measure, type Unit} from './measures.js';

const DOWNLOAD = 'first visit · stage download';
const START = 'first visit · to Python’s first line';

/** What has one value for each element of a page, e.g. `memory · after 3 of 12`. */
const SERIES = /^(.*) · after \d+ of \d+$/;

/** One engine's findings: what is held to bars, what it is made of, what went wrong. */
export function formatFindings(engine: Engine, findings: Findings): string {
  const rows = MEASURES.map(measure => formatMeasure(engine, measure, findings));
  const told = new Set(MEASURES.map(({name}) => name));
  const others = findings.names.filter(name => !told.has(name) && !SERIES.test(name));
  return [
    `## ${ENGINE_NAMES[engine]}`,
    table(['measure', 'median', 'spread', 'compared', 'bar', 'aim', ''], rows),
    'What it is made of:',
    table(
      ['measure', 'median', 'spread'],
      others.map(name => formatOther(name, findings)),
    ),
    formatSeries(findings),
    formatFaults(findings),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * First visits over lines of limited speed: how much of the wait is download.
 *
 * @param byLine The findings by the line's speed in Mbit/s.
 */
export function formatLines(engine: Engine, byLine: ReadonlyMap<number, Findings>): string {
  const columns = ['first visit', DOWNLOAD, START, 'install'];
  const rows = [...byLine].map(([speed, findings]) => {
    const bytes = findings.summary('bytes of a first visit')?.median ?? 0;
    const least = (bytes * 8) / (speed * 1000);
    const times = columns.map(name => {
      const summary = findings.summary(name);
      return summary ? formatSummary(summary, 'ms').join(', ') : 'failed';
    });
    return [[`${speed} Mbit/s`], times, [format(least, 'ms')]].flat();
  });
  const heads = [
    'line',
    'first visit',
    'of it download',
    'of it to Python’s first line',
    'reference: install',
    'the first visit’s bytes alone',
  ];
  const faults = [...byLine.values()].map(formatFaults);
  return [`## ${ENGINE_NAMES[engine]}, first visits over slow lines`, table(heads, rows), ...faults]
    .filter(Boolean)
    .join('\n\n');
}

function formatMeasure(engine: Engine, measure: Measure, findings: Findings): string[] {
  const {label, name, unit} = measure;
  const summary = findings.summary(name);
  if (!summary) return [label, findings.faults.has(name) ? 'failed' : '–', '', '', '', '', ''];
  const bar = engine === 'chromium' ? measure.bar : (measure.elsewhere ?? measure.bar);
  return [label, ...formatSummary(summary, unit), ...formatBar(summary, bar, unit, findings)];
}

function formatOther(name: string, findings: Findings): string[] {
  const summary = findings.summary(name);
  return [name, ...(summary ? formatSummary(summary, unitOf(name)) : ['–', ''])];
}

function unitOf(name: string): Unit {
  if (/^(?:bytes|memory)/.test(name)) return 'MB';
  return /^(?:workers|runtime files|processors)|thousandths$/.test(name) ? '' : 'ms';
}

function formatSummary({median, least, most}: Summary, unit: Unit): string[] {
  return [format(median, unit), `${format(least, unit, false)}–${format(most, unit, false)}`];
}

function formatBar(
  {median}: Summary,
  bar: Bar | undefined,
  unit: Unit,
  findings: Findings,
): string[] {
  if (!bar) return ['', '', '', ''];
  const {times, above, atMost, aim} = bar;
  const base = findings.summary(times ?? above ?? '')?.median;
  if ((times ?? above) !== undefined && base === undefined) return ['no reference', '', '', ''];
  if (times !== undefined) {
    const ratio = median / (base ?? 1);
    const limits = [fraction(atMost), aim === undefined ? '' : fraction(aim)];
    return [`${fraction(ratio)} of ${times}`, ...limits, verdict(ratio, bar)];
  }
  const value = median - (base ?? 0);
  const compared = above === undefined ? '' : `${format(value, unit)} above ${above}`;
  const limits = [atMost, aim].map(each => (each === undefined ? '' : format(each, unit)));
  return [compared, ...limits, verdict(value, bar)];
}

function verdict(value: number, {atMost, aim}: Bar): string {
  if (value > atMost) return 'not met';
  return aim !== undefined && value <= aim ? 'met, and the aim' : 'met';
}

/** The medians of what grows with each element, one line for each kind. */
function formatSeries(findings: Findings): string {
  const series = new Map<string, string[]>();
  for (const name of findings.names) {
    const [, kind] = SERIES.exec(name) ?? [];
    if (kind === undefined) continue;
    const unit = unitOf(name);
    const value = format(findings.summary(name)?.median ?? 0, unit, false);
    series.set(kind, [...(series.get(kind) ?? []), value]);
  }
  return [...series]
    .map(([kind, values]) => `- ${kind}, after each element: ${values.join(', ')}`)
    .join('\n');
}

function formatFaults({faults}: Findings): string {
  const lines = [...faults].flatMap(([name, reasons]) =>
    [...reasons].map(reason => `- ${name}: ${reason.trim().split('\n').at(-1)}`),
  );
  return lines.length > 0 ? `Failed:\n\n${lines.join('\n')}` : '';
}

/** E.g. `1/4.2`, or `1.50 times`. */
function fraction(ratio: number): string {
  if (ratio > 1) return `${ratio.toFixed(2)} times`;
  return `1/${(1 / ratio).toFixed(1).replace(/\.0$/, '')}`;
}

function format(value: number, unit: Unit, named = true): string {
  const scaled = unit === 'MB' ? value / 1e6 : unit === 'kB' ? value / 1e3 : value;
  const isWhole = Number.isInteger(scaled) || Math.abs(scaled) >= 100;
  const text = isWhole ? String(Math.round(scaled)) : scaled.toFixed(1);
  return named && unit !== '' ? `${text} ${unit}` : text;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}
