import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {listFiles} from '../files.js';

/** A Python package as its own metadata describes it. */
export interface PackageMetadata {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression where the package gives one. */
  readonly licence: string;
  /** The licences' full texts, one after the other; empty where the package brings none. */
  readonly licenceText: string;
}

/** Not texts of a licence, though they lie beside them. */
const NOT_A_LICENCE = /AUTHORS|NOTICE_TEMPLATE/i;

/** The packages of a site-packages folder, sorted by name. */
export async function readPackages(sitePackages: string): Promise<PackageMetadata[]> {
  const folders = (await readdir(sitePackages)).filter(name => name.endsWith('.dist-info'));
  const packages = await Promise.all(folders.map(name => readPackage(join(sitePackages, name))));
  return packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function readPackage(distInfo: string): Promise<PackageMetadata> {
  const fields = parseFields(await readFile(join(distInfo, 'METADATA'), 'utf8'));
  const name = fields.get('name')?.[0];
  const version = fields.get('version')?.[0];
  if (!name || !version) throw new Error(`${distInfo} names no package`);
  return {
    name: name.toLowerCase(),
    version,
    licence: licenceOf(fields),
    licenceText: await readLicences(distInfo),
  };
}

/** The header fields of core metadata, by lower-case name; the description is left out. */
function parseFields(metadata: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const [header = ''] = metadata.split(/\r?\n\r?\n/, 1);
  for (const line of header.split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    if (!name || value === undefined) continue;
    const key = name.toLowerCase();
    fields.set(key, [...(fields.get(key) ?? []), value]);
  }
  return fields;
}

function licenceOf(fields: ReadonlyMap<string, readonly string[]>): string {
  const classifier = fields
    .get('classifier')
    ?.find(value => value.startsWith('License ::'))
    ?.split(' :: ')
    .at(-1);
  return (
    fields.get('license-expression')?.[0] ??
    fields.get('license')?.[0] ??
    classifier ??
    'see its text'
  );
}

async function readLicences(distInfo: string): Promise<string> {
  const paths = (await listFiles(distInfo)).filter(
    path => /licen[sc]e|copying|notice/i.test(path) && !NOT_A_LICENCE.test(path),
  );
  const texts = await Promise.all(
    paths.map(async path => `${path}\n\n${await readFile(join(distInfo, path), 'utf8')}`),
  );
  return texts.join('\n\n');
}
