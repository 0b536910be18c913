import type {ConsoleEntry} from '../protocol/console.js';

/** Which kinds of entries are shown. */
export type Kind = 'all' | 'requests' | 'output' | 'problems';

export const KINDS: readonly Kind[] = ['all', 'requests', 'output', 'problems'];

/** What a request for a file is for; pages and what scripts ask for are others. */
const FILES: ReadonlySet<string> = new Set([
  'style',
  'script',
  'image',
  'font',
  'audio',
  'video',
  'track',
  'manifest',
]);

const PROBLEM_LEVELS: ReadonlySet<string> = new Set(['warning', 'error', 'critical']);

/** Whether it is one of the many files of a page, of which nobody needs to know. */
export function isQuietFile(entry: ConsoleEntry): boolean {
  return entry.kind === 'request' && FILES.has(entry.destination) && entry.status < 400;
}

/** Whether it tells of something that went wrong, or may. */
export function isProblem(entry: ConsoleEntry): boolean {
  switch (entry.kind) {
    case 'request':
      return entry.status >= 400;
    case 'output':
      return entry.level === undefined
        ? entry.text.includes('Traceback (most recent call last)')
        : PROBLEM_LEVELS.has(entry.level);
    case 'exit':
      return entry.exitCode !== 0;
    case 'finding':
      return true;
    case 'command':
    case 'mail':
    case 'note':
    default:
      return false;
  }
}

/** @param text What has to be in it, in small letters. */
export function matches(entry: ConsoleEntry, kind: Kind, text: string): boolean {
  const isOfKind =
    kind === 'all' ||
    (kind === 'problems' && isProblem(entry)) ||
    (kind === 'requests' && entry.kind === 'request') ||
    (kind === 'output' && ['output', 'command', 'exit', 'mail'].includes(entry.kind));
  return isOfKind && (text === '' || textOf(entry).toLowerCase().includes(text));
}

function textOf(entry: ConsoleEntry): string {
  switch (entry.kind) {
    case 'request':
      return `${entry.method} ${entry.path} ${entry.status}`;
    case 'finding':
      return `${entry.message} ${entry.source} ${entry.path ?? ''}`;
    case 'exit':
      return '';
    case 'mail':
      return [entry.from, ...entry.to, entry.subject, entry.text].join(' ');
    case 'command':
    case 'note':
    case 'output':
    default:
      return entry.text;
  }
}
