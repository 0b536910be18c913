import {strFromU8, unzipSync, zipSync, type Unzipped, type Zippable} from 'fflate';
import {eq, valid} from '@renovatebot/pep440';
import type {PackageVersion} from '../protocol/packages.js';
import {COMPILED, unfit} from './failures.js';
import {normalName, parseWheelName, suits, type Platform} from './wheel-name.js';

/** A wheel that can be mounted. */
export interface Wheel extends PackageVersion {
  /** Of the wheel's file, in hexadecimal. */
  readonly sha256: string;
  /** What it needs, each as its metadata says it. */
  readonly needs: readonly string[];
  /** Which versions of Python it needs; `''` for any. */
  readonly python: string;
  /** Its files as they lie in site-packages: a zip in which nothing is compressed. */
  readonly image: Uint8Array<ArrayBuffer>;
}

/** The same wheel gives the same image at any time. */
const NO_TIME = new Date(1980, 0, 1);

/** Where parts of a wheel belong that do not lie in it as in site-packages. */
const DATA = /^[^/]+\.data\/(?:(?:purelib|platlib)\/(.+)|.*)$/;

/**
 * Look into a wheel.
 *
 * @param file Its name.
 * @throws PlaygroundError `package-unfit`, saying what is wrong with it.
 */
export function openWheel(file: string, sha256: string, bytes: Uint8Array): Wheel {
  const name = parseWheelName(file);
  if (!name) throw unfit(`${file} is no wheel’s name. Give the wheel the name it was built with.`);
  const files = unzip(file, bytes);
  const fields = readMetadata(file, files);
  const [packageName = '', version = ''] = [fields.get('name')?.[0], fields.get('version')?.[0]];
  if (normalName(packageName) !== name.package || !isSame(version, name.version)) {
    throw unfit(
      `${file} holds ${packageName || 'no package'} ${version}, which is not what its name says. ` +
        'Give the wheel the name it was built with.',
    );
  }
  return {
    name: name.package,
    version,
    sha256,
    needs: fields.get('requires-dist') ?? [],
    python: fields.get('requires-python')?.[0] ?? '',
    image: toImage(files),
  };
}

/** @throws PlaygroundError `package-unfit` for a wheel that was compiled, and not for here. */
export function requireSuiting(file: string, platform: Platform): void {
  const name = parseWheelName(file);
  if (!name || suits(name, platform)) return;
  throw unfit(
    `${name.package} cannot be installed: ${file} ${COMPILED}. Look for a wheel of it that ends in ` +
      `-py3-none-any.whl or -${platform.names[0]}.whl, or do without it.`,
  );
}

function unzip(file: string, bytes: Uint8Array): Unzipped {
  try {
    return unzipSync(bytes, {filter: ({name}) => !name.endsWith('/') && !name.endsWith('.pyc')});
  } catch (cause) {
    throw unfit(
      `${file} is not a wheel, or is damaged. Put the wheel there again, as it was built.`,
      cause,
    );
  }
}

/** The header fields of core metadata, by lower-case name. */
function readMetadata(file: string, files: Unzipped): ReadonlyMap<string, readonly string[]> {
  const paths = Object.keys(files).filter(path => /^[^/]+\.dist-info\/METADATA$/.test(path));
  const metadata = paths.length === 1 ? files[paths[0] ?? ''] : undefined;
  if (!metadata) {
    throw unfit(`${file} does not say which package it holds. Build the wheel anew.`);
  }
  const fields = new Map<string, string[]>();
  const [header = ''] = strFromU8(metadata).split(/\r?\n\r?\n/, 1);
  for (const [, key = '', value = ''] of header.matchAll(/^([\w-]+):[ \t]*(.*)$/gm)) {
    const name = key.toLowerCase();
    fields.set(name, [...(fields.get(name) ?? []), value.trim()]);
  }
  return fields;
}

function isSame(one: string, other: string): boolean {
  // A file's name has `_` where a version has `-` or a local part.
  const written = other.replaceAll('_', '+');
  return valid(one) && valid(written) ? eq(one, written) : one === other;
}

function toImage(files: Unzipped): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    const [isData, inside] = DATA.exec(path) ?? [];
    const place = isData === undefined ? path : inside;
    if (place !== undefined && isInside(place)) entries[place] = content;
  }
  return zipSync(entries, {level: 0, mtime: NO_TIME});
}

function isInside(path: string): boolean {
  return !path.split('/').some(part => part === '' || part === '.' || part === '..');
}
