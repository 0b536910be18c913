/** Conditions such as `python_version < "3.11" and extra == "yaml"`. */
import {satisfies, valid} from '@renovatebot/pep440';
import {normalName} from './wheel-name.js';

const TOKEN = /\s*(?:([()])|("[^"]*"|'[^']*')|([\w.]+)|(===|[<>=!~]=|[<>]))/y;

/**
 * Whether a condition is met.
 *
 * @param python Its exact version.
 * @param extras Those of the package that it stands in that were asked for.
 * @throws Error where it cannot be read.
 */
export function isMet(marker: string, python: string, extras: readonly string[]): boolean {
  const words = tokens(marker);
  const values = environment(python);
  const next = (): string => words.shift() ?? '';

  const value = (): string => {
    const word = next();
    if (/^["']/.test(word)) return word.slice(1, -1);
    const known = values[word];
    if (known === undefined) throw new Error(`“${word}” has no meaning in “${marker}”`);
    return known;
  };

  const comparison = (): boolean => {
    if (words[0] === '(') {
      next();
      const inner = either();
      next();
      return inner;
    }
    const isExtra = words[0] === 'extra' || words[2] === 'extra';
    const left = value();
    let operator = next();
    if (operator === 'not') operator += ` ${next()}`;
    const right = value();
    if (!isExtra) return compare(left, operator, right);
    const has = extras.includes(normalName(left || right));
    return operator === '!=' ? !has : has;
  };

  const both = (): boolean => {
    let met = comparison();
    while (words[0] === 'and') {
      next();
      met = comparison() && met;
    }
    return met;
  };

  const either = (): boolean => {
    let met = both();
    while (words[0] === 'or') {
      next();
      met = both() || met;
    }
    return met;
  };

  return either();
}

function tokens(marker: string): string[] {
  const words: string[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const match = TOKEN.exec(marker);
    if (!match) return words;
    words.push(match[0].trim());
  }
}

/** What the variables of a condition are here. */
function environment(python: string): Readonly<Record<string, string>> {
  return {
    python_version: python.split('.').slice(0, 2).join('.'),
    python_full_version: python,
    implementation_version: python,
    implementation_name: 'cpython',
    platform_python_implementation: 'CPython',
    os_name: 'posix',
    sys_platform: 'emscripten',
    platform_system: 'Emscripten',
    platform_machine: 'wasm32',
    platform_release: '',
    platform_version: '',
    extra: '',
  };
}

function compare(left: string, operator: string, right: string): boolean {
  if (operator === 'in') return right.includes(left);
  if (operator === 'not in') return !right.includes(left);
  if (valid(left) && valid(right.replace(/\.\*$/, ''))) {
    return satisfies(left, operator + right, {prereleases: true});
  }
  if (operator === '==' || operator === '===') return left === right;
  if (operator === '!=') return left !== right;
  return operator.startsWith('<') ? left < right : left > right;
}
