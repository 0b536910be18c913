/** The wheels of a runtime of one's own, from wherever they are, through pip. */
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readdir, stat, writeFile} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';
import type {RuntimePackage} from '../../protocol/runtime.js';
import {pip} from '../distribution/pip.js';
import {PYTHON_VERSION} from '../series.js';

/**
 * Have wheels of packages and of all that they need, but for what the runtime has.
 *
 * @param packages Names, paths of wheels and of folders.
 * @param included What the runtime has, in versions that stay as they are.
 * @param scratch An empty folder.
 * @returns paths of the wheels.
 * @throws Error with pip's own reason, e.g. where one is compiled.
 */
export async function collectWheels(
  packages: readonly string[],
  included: readonly RuntimePackage[],
  scratch: string,
): Promise<readonly string[]> {
  if (packages.length === 0) return [];
  const [given, found] = [join(scratch, 'given'), join(scratch, 'found')];
  for (const folder of [given, found]) await mkdir(folder);
  const names: string[] = [];
  for (const each of packages) {
    const wheel = await toWheel(each, given);
    names.push(wheel ?? each);
  }
  const pins = join(scratch, 'included.txt');
  await writeFile(pins, included.map(({name, version}) => `${name}==${version}\n`).join(''));
  const target = ['--python-version', PYTHON_VERSION, '--platform', 'any', '--abi', 'none'];
  const options = ['--quiet', '--only-binary=:all:', ...target, '--constraint', pins];
  await pip(['download', ...options, '--find-links', given, '--dest', found, ...names]);
  const known = new Set(included.map(({name}) => normalName(name)));
  return (await readdir(found))
    .filter(file => !known.has(normalName(file.split('-')[0] ?? '')))
    .toSorted()
    .map(file => join(found, file));
}

/** @returns the path of a wheel, made of a source tree where need be; nothing for a name. */
async function toWheel(written: string, folder: string): Promise<string | undefined> {
  const path = resolve(written);
  const isPath = /[/\\]|^\.|\.whl$/.test(written);
  if (!isPath) return undefined;
  if (!existsSync(path)) throw new Error(`There is no ${written}, which --with names.`);
  if (!(await stat(path)).isDirectory()) {
    const copy = join(folder, basename(path));
    await copyFile(path, copy);
    return copy;
  }
  const before = new Set(await readdir(folder));
  await pip(['wheel', '--quiet', '--no-deps', '--wheel-dir', folder, path]);
  const made = (await readdir(folder)).find(file => !before.has(file));
  if (!made) throw new Error(`pip made no wheel of ${written}.`);
  return join(folder, made);
}

function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
