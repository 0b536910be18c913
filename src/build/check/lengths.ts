import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {run} from '../command.js';
import {ROOT} from '../paths.js';

/** Longer than this, a file is hard to name with one noun. */
const LONGEST = 300;

/** What a file says that has a reason to be longer, e.g. a table. */
const REASON = /longer than 300 lines because \w/i;

const SOURCE = /\.(?:ts|mjs|js|py|css|html)$/;

/** No source file is longer than 300 lines, unless it says why. */
export async function checkLengths(): Promise<string> {
  const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  const paths = listed.split('\n').filter(path => SOURCE.test(path));
  const files = await Promise.all(paths.map(measure));
  const tooLong = files.filter(({lines, hasReason}) => lines > LONGEST && !hasReason);
  if (tooLong.length > 0) {
    const list = tooLong.map(({path, lines}) => `${path}: ${lines} lines`).join('\n');
    throw new Error(
      `Longer than ${LONGEST} lines. Divide them, or let a comment say ` +
        `"Longer than ${LONGEST} lines because …":\n${list}`,
    );
  }
  const sorted = files.map(({lines}) => lines).toSorted((a, b) => a - b);
  return `${sorted.length} files, median ${sorted[sorted.length >> 1]} lines`;
}

async function measure(path: string) {
  // A file that was removed but not yet committed has no lines.
  const text = await readFile(join(ROOT, path), 'utf8').catch(() => '');
  return {path, lines: text.split('\n').length - 1, hasReason: REASON.test(text)};
}
