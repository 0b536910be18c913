import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './totals.mjs';

/** @typedef {{command: string, env: Record<string, string>, version: number[]}} Python */

const COMMANDS = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];
const PROGRAM = 'import sqlite3, sys; print(*sys.version_info[:2], sys.executable, sep="\\n")';

const SITE_PACKAGES = join(ROOT, '.cache', 'site-packages');

/** The oldest Python that our own side runs on. */
const OLDEST = [3, 11];

/** @type {Python[] | undefined} */
let found;

/**
 * Where a series of Django lies; nothing where it was not built.
 *
 * @param {string} series e.g. `5.2`.
 * @returns {string | undefined}
 */
export function sitePackages(series) {
  const folder = join(SITE_PACKAGES, series);
  return existsSync(folder) ? folder : undefined;
}

/**
 * The oldest Python that runs a series of Django, as that says itself, and our side of it.
 *
 * @param {string} series One that was built.
 * @returns {[number, number]}
 */
export function oldestPython(series) {
  const folder = join(SITE_PACKAGES, series);
  const info = readdirSync(folder).find(name => /^django-[\d.]+\.dist-info$/i.test(name)) ?? '';
  const metadata = readFileSync(join(folder, info, 'METADATA'), 'utf8');
  const [, minor] = /^Requires-Python: >=3\.(\d+)/m.exec(metadata) ?? [];
  if (minor === undefined) throw new Error(`Django ${series} does not say which Python it needs.`);
  const [ourMajor, ourMinor] = OLDEST;
  return [ourMajor, Math.max(ourMinor, Number(minor))];
}

/**
 * A Python of this machine that is new enough, the default one first.
 *
 * @param {readonly number[]} oldest e.g. `[3, 12]`.
 * @returns {Python | undefined}
 */
export function findPython(oldest) {
  return findPythons(oldest)[0];
}

/**
 * All that are new enough.
 *
 * @param {readonly number[]} oldest
 * @returns {Python[]}
 */
export function findPythons(oldest) {
  found ??= [...COMMANDS.map(command => ({command, env: {}})), ...pyenvPythons()].flatMap(probe);
  const [major, minor] = oldest;
  return found.filter(({version}) => version[0] === major && version[1] >= minor);
}

/** What pyenv has installed and does not show by name. */
function pyenvPythons() {
  const {stdout} = spawnSync('pyenv', ['versions', '--bare', '--skip-aliases'], {encoding: 'utf8'});
  const versions = stdout?.match(/^3\.\d+\.\d+$/gm) ?? [];
  return versions.map(version => ({command: 'python3', env: {PYENV_VERSION: version}}));
}

/** @returns {Python[]} None when there is no such Python, or when it has no SQLite. */
function probe({command, env}) {
  const {stdout, status} = spawnSync(command, ['-c', PROGRAM], {
    encoding: 'utf8',
    env: {...process.env, ...env},
  });
  if (status !== 0) return [];
  const [major, minor, executable] = stdout.trim().split(/\r?\n/);
  // The program itself: what has its name may be a script that looks for it at each start.
  return [{command: executable || command, env, version: [Number(major), Number(minor)]}];
}
