/**
 * Python's `zoneinfo` looks for a system's time zones first, which a browser has not, and then
 * for a package named `tzdata`. This makes that package from a system's time zones.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {listFiles} from '../files.js';

/** Counted with leap seconds, or this machine's own choice: no names of time zones. */
const NOT_A_ZONE = /^(?:right|posix)\/|^(?:localtime|posixrules)$/;

/** Compiled time zones begin with this. */
const MAGIC = 'TZif';

/**
 * @param zoneinfo A system's `/usr/share/zoneinfo`.
 * @param sitePackages Gets `tzdata/` and its metadata.
 */
export async function writeTzdata(zoneinfo: string, sitePackages: string): Promise<void> {
  const release = await readRelease(zoneinfo);
  const version = toPythonVersion(release);
  const zones: string[] = [];
  const packages = new Set(['tzdata/zoneinfo']);
  for (const path of (await listFiles(zoneinfo)).filter(name => !NOT_A_ZONE.test(name))) {
    const content = await readFile(join(zoneinfo, path));
    if (content.toString('latin1', 0, 4) !== MAGIC) continue;
    await write(sitePackages, `tzdata/zoneinfo/${path}`, content);
    zones.push(path);
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      packages.add(`tzdata/zoneinfo/${folder}`);
    }
  }
  for (const folder of packages) await write(sitePackages, `${folder}/__init__.py`, '');
  await write(sitePackages, 'tzdata/zones', zones.map(zone => `${zone}\n`).join(''));
  await write(
    sitePackages,
    'tzdata/__init__.py',
    `__version__ = "${version}"\nIANA_VERSION = "${release}"\n`,
  );
  await write(
    sitePackages,
    `tzdata-${version}.dist-info/METADATA`,
    `Metadata-Version: 2.1\nName: tzdata\nVersion: ${version}\nLicense: Public domain\n`,
  );
}

/** E.g. `2026f`, from the first line of the zones' own source. */
async function readRelease(zoneinfo: string): Promise<string> {
  const source = await readFile(join(zoneinfo, 'tzdata.zi'), 'utf8');
  const release = /^# version (\d{4}[a-z]+)/.exec(source)?.[1];
  if (!release) throw new Error("Debian's tzdata does not say which release it is");
  return release;
}

/** `2026f` → `2026.6`: Python's versions have no letters. */
function toPythonVersion(release: string): string {
  return `${release.slice(0, 4)}.${release.charCodeAt(4) - 'a'.charCodeAt(0) + 1}`;
}

async function write(root: string, path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(join(root, path)), {recursive: true});
  await writeFile(join(root, path), content);
}
