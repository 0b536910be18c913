/**
 * What every command of this repository does first, with nothing but Node: install the
 * dependencies where they are missing, then run the command's TypeScript.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const root = join(import.meta.dirname ?? '', '..', '..');
const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules', '.package-lock.json');

/**
 * Install what `package-lock.json` names, unless it is installed already.
 *
 * @returns {void}
 */
export function installDependencies() {
  requireNode(20, 19);
  if (isInstalled()) return;
  console.error('Installing the dependencies with npm ci …');
  // Windows finds npm, a command script, only through its shell.
  const options = {cwd: root, stdio: 'inherit', shell: process.platform === 'win32'};
  const {status, error} = spawnSync('npm', ['ci', '--loglevel=error'], options);
  if (status === 0) return;
  console.error(
    error
      ? `npm could not be started (${error.message}). It comes with Node: install both, then try again.`
      : 'npm ci failed; its own messages are above. Check the network and the npm registry, then try again.',
  );
  process.exit(1);
}

/**
 * Run a TypeScript module of this folder in this process.
 *
 * @param {string} file Relative to this folder, e.g. `./check.ts`.
 * @returns {Promise<void>}
 */
export async function runTypeScript(file) {
  const {register} = await import('tsx/esm/api');
  register();
  const {main} = await import(new URL(file, import.meta.url).href);
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(process.env.DEBUG ? error : `\n${error.message}`);
    process.exitCode = 1;
  }
}

function requireNode(major, minor) {
  const [actualMajor = 0, actualMinor = 0] = process.versions.node.split('.').map(Number);
  if (actualMajor > major || (actualMajor === major && actualMinor >= minor)) return;
  console.error(
    `This needs Node ${major}.${minor} or newer, but runs on ${process.versions.node}.`,
  );
  process.exit(1);
}

/** By content, not by date: a checkout changes dates, and `npm ci` starts from nothing. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const installed = readPackages(installedFile);
  return Object.entries(readPackages(lockFile)).every(
    ([path, {version, optional}]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
