import type {RendererHost} from '../../protocol/rendering.js';

/** What `console` is in a module: its texts come to the console of the playground. */
export function moduleConsole(output: RendererHost['output']): Console {
  const out = (...values: unknown[]): void => output('stdout', lineOf(values));
  const err =
    (level: string) =>
    (...values: unknown[]): void =>
      output('stderr', lineOf(values), level);
  const own = {log: out, info: out, debug: out, warn: err('warning'), error: err('error')};
  return Object.assign(Object.create(console) as Console, own);
}

function lineOf(values: readonly unknown[]): string {
  return `${values.map(textOf).join(' ')}\n`;
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return value.stack ?? String(value);
  try {
    return JSON.stringify(value);
  } catch {
    // It has itself in it, or numbers that JSON has not.
    return Object.prototype.toString.call(value);
  }
}
