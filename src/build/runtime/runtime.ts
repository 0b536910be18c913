/** The Django runtime: from pinned packages to the files that a browser loads. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {RuntimeManifest, RuntimePackage, RuntimeSeries} from '../../protocol/runtime.js';
import {obtainDistribution, type Distribution} from '../distribution/distribution.js';
import {chosenSource} from '../distribution/package-source.js';
import {readFiles, writeWhole} from '../files.js';
import {sha256} from '../hash.js';
import {CACHE} from '../paths.js';
import {formatBytes, say} from '../progress.js';
import {DEFAULT_SERIES, SERIES} from '../series.js';
import {readComponents, readPyodideIdentity} from './components.js';
import {buildImages, readOwnPackages} from './images.js';
import {describePackage, readManifest, writeHashed, writeManifest} from './output.js';
import {buildStdlib} from './stdlib.js';

/** What the runtime in the cache was made of. */
const INPUTS = join(CACHE, 'runtime-inputs');

/**
 * Have the runtime in `.cache/runtime/`, made anew only where something it is made of changed. A
 * series that cannot be had is left out, as long as one is there.
 *
 * @throws Error when no series can be had, or our own Python cannot be compiled.
 */
export async function buildRuntime(): Promise<RuntimeManifest> {
  const distributions = await obtainDistributions();
  const inputs = await hashInputs(distributions);
  const known = await readManifest();
  if (known && inputs === (await readFile(INPUTS, 'utf8').catch(() => ''))) return known;
  const manifest = await make(distributions);
  await writeWhole(INPUTS, inputs);
  return manifest;
}

async function obtainDistributions(): Promise<Distribution[]> {
  // Before anything is tried: a wrong name is no reason to go on without a series.
  chosenSource();
  const distributions: Distribution[] = [];
  const reasons: string[] = [];
  for (const series of SERIES) {
    try {
      distributions.push(await obtainDistribution(series));
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (distributions.length === 0) {
    throw new Error(
      `${reasons.join('\n')}\nThe runtime needs one series of Django at least: ` +
        'let this machine reach a Python package index (with pip) or a Debian mirror (with apt).',
    );
  }
  for (const reason of reasons) say(`${reason} The build goes on without it.`);
  return distributions;
}

/** Everything the output depends on, the code that makes it included. */
async function hashInputs(distributions: readonly Distribution[]): Promise<string> {
  const code = await readFiles(join(import.meta.dirname, '..'));
  const own = await readOwnPackages();
  return sha256(
    JSON.stringify([
      await readPyodideIdentity(),
      distributions,
      [...code, ...own].map(({path, content}) => [path, sha256(content)]),
    ]),
  );
}

async function make(distributions: readonly Distribution[]): Promise<RuntimeManifest> {
  const pyodide = await readPyodideIdentity();
  const wasm = await readFile(fileURLToPath(import.meta.resolve('pyodide/pyodide.asm.wasm')));
  const stdlib = await buildStdlib();
  const series: Record<string, RuntimeSeries> = {};
  for (const distribution of distributions) {
    series[distribution.series] = await makeSeries(distribution);
  }
  const manifest: RuntimeManifest = {
    format: 2,
    pyodide,
    wasm: await writeHashed('pyodide.wasm', wasm),
    stdlib: await writeHashed('stdlib.zip', stdlib.code),
    stdlibSources: await writeHashed('stdlib-sources.zip', stdlib.sources),
    defaultSeries: DEFAULT_SERIES in series ? DEFAULT_SERIES : (distributions[0]?.series ?? ''),
    series,
    packages: await describeAll(await readComponents(), 'npm'),
  };
  await writeManifest(manifest);
  return manifest;
}

async function makeSeries({
  series,
  source,
  folder,
  packages,
}: Distribution): Promise<RuntimeSeries> {
  say(`Django ${series}: making its images …`);
  const django = packages.find(({name}) => name === 'django');
  if (!django) throw new Error(`${folder} holds no Django`);
  const images = await buildImages(folder, django.version);
  return {
    django: django.version,
    passwordIterations: await readPasswordIterations(folder),
    image: await writeHashed(`django-${series}.zip`, images.code),
    locales: await writeHashed(`django-${series}-locales.zip`, images.locales),
    sources: await writeHashed(`django-${series}-sources.zip`, images.sources),
    packages: await describeAll(packages, source),
  };
}

/** @throws Error when Django's source no longer says it as it did. */
async function readPasswordIterations(sitePackages: string): Promise<number> {
  const path = join(sitePackages, 'django', 'contrib', 'auth', 'hashers.py');
  const [, digits] =
    /class PBKDF2PasswordHasher\b[\s\S]*?^ +iterations = ([\d_]+)$/m.exec(
      await readFile(path, 'utf8'),
    ) ?? [];
  if (digits === undefined) throw new Error(`${path} names no iterations of its PBKDF2 hasher`);
  return Number(digits.replaceAll('_', ''));
}

async function describeAll(
  packages: readonly Distribution['packages'][number][],
  source: string,
): Promise<RuntimePackage[]> {
  const described: RuntimePackage[] = [];
  for (const each of packages) described.push(await describePackage(each, source));
  return described;
}

/** One line for each file of a runtime, for people. */
export function summarize(manifest: RuntimeManifest): string[] {
  const {pyodide, wasm, stdlib, series} = manifest;
  return [
    `Pyodide ${pyodide.version}: ${wasm.url}, ${formatBytes(wasm.bytes)}`,
    `Python ${pyodide.python}: ${stdlib.url}, ${formatBytes(stdlib.bytes)}`,
    ...Object.values(series).map(
      ({django, image, packages}) =>
        `Django ${django}: ${image.url}, ${formatBytes(image.bytes)} (from ${packages[0]?.source})`,
    ),
  ];
}
