/** `django-playground build`: a runtime of one's own, with packages in it. */
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import type {RuntimeManifest, RuntimePackage, RuntimeSeries} from '../../protocol/runtime.js';
import {readPackages} from '../distribution/metadata.js';
import {writeWhole, type PlacedFile} from '../files.js';
import {formatBytes, say} from '../progress.js';
import {collectWheels} from './collect.js';
import {collectDebian, debianNames, isPips} from './debian.js';
import {nameFile, writeFolder} from './folder.js';
import {makeImages, readWheels} from './images.js';
import {parseOptions, USAGE, type Options} from './options.js';
import {Python} from './python.js';

/**
 * @param args As after the program's name.
 * @param dist The package's own folder, with the runtime that it starts from.
 * @returns The exit code.
 */
export async function main(args: readonly string[], dist: string): Promise<number> {
  const options = parseOptions(args);
  if (!options) {
    process.stdout.write(USAGE);
    return 0;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'django-playground-'));
  try {
    await requireReplaceable(options.out);
    await make(options, dist, scratch);
    return 0;
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

/** @throws Error where something would be lost that is no playground. */
async function requireReplaceable(out: string): Promise<void> {
  const names = await readdir(out).catch(() => []);
  if (names.length === 0 || existsSync(join(out, 'runtime', 'manifest.json'))) return;
  throw new Error(
    `${out} is not empty, and has no playground to be replaced. Name another folder.`,
  );
}

async function make(
  {django, packages, out}: Options,
  dist: string,
  scratch: string,
): Promise<void> {
  const runtime = join(dist, 'runtime');
  const stock = JSON.parse(
    await readFile(join(runtime, 'manifest.json'), 'utf8'),
  ) as RuntimeManifest;
  const name = django ?? stock.defaultSeries;
  const series = stock.series[name];
  if (!series) {
    throw new Error(
      `There is no Django ${name}; there is ${Object.keys(stock.series).join(', ')}.`,
    );
  }
  say(`Django ${name}: getting ${packages.join(', ') || 'no packages'} …`);
  const debian = debianNames(packages);
  const pips = packages.filter(isPips);
  const wheels = await collectWheels(pips, series.packages, await inside(scratch, 'wheels'));
  const files = [
    ...(debian.length > 0
      ? await collectDebian(debian, series.packages, await inside(scratch, 'debian'))
      : []),
    ...(await readWheels(wheels)),
  ];
  const made = new Map<string, Uint8Array>();
  const own = await addTo(series, name, files, made, () =>
    inside(scratch, 'python').then(folder => Python.start(runtime, stock, series, files, folder)),
  );
  const described = await describe(files, await inside(scratch, 'packages'), made);
  const manifest: RuntimeManifest = {
    ...stock,
    defaultSeries: name,
    series: {[name]: {...own, packages: [...series.packages, ...described]}},
  };
  await writeFolder(out, dist, manifest, made);
  say(`It is in ${relative(process.cwd(), out) || '.'}/, with:`);
  for (const each of described) say(`  ${each.name} ${each.version}`);
  if (own.added) say(`  ${own.added.image.url}, ${formatBytes(own.added.image.bytes)}`);
}

/** A series with packages added; as it is where there are none. */
async function addTo(
  series: RuntimeSeries,
  name: string,
  files: readonly PlacedFile[],
  made: Map<string, Uint8Array>,
  start: () => Promise<Python>,
): Promise<RuntimeSeries> {
  if (files.length === 0) return series;
  say('Compiling the packages …');
  const {image, sources} = makeImages(files, await start());
  const added = {
    image: nameFile(`packages-${name}.zip`, image),
    sources: nameFile(`packages-${name}-sources.zip`, sources),
  };
  made.set(added.image.url, image);
  made.set(added.sources.url, sources);
  return {...series, added};
}

/** The packages for the manifest, with their licences beside it. */
async function describe(
  files: readonly PlacedFile[],
  folder: string,
  made: Map<string, Uint8Array>,
): Promise<readonly RuntimePackage[]> {
  for (const {path, content} of files) {
    if (/^[^/]+\.dist-info\//.test(path)) await writeWhole(join(folder, path), content);
  }
  const described: RuntimePackage[] = [];
  for (const {name, version, licence, licenceText} of await readPackages(folder)) {
    const licenceFile = `licences/${name}-${version}.txt`;
    if (licenceText) made.set(licenceFile, Buffer.from(licenceText));
    described.push({name, version, licence, source: 'index', ...(licenceText && {licenceFile})});
  }
  return described;
}

async function inside(scratch: string, name: string): Promise<string> {
  const folder = join(scratch, name);
  await mkdir(folder);
  return folder;
}
