import type {ProjectFile} from '../protocol/project.js';
import type {NameProblem} from './strings.js';

/** What comes of a name that somebody typed. */
export interface CheckedName {
  /** In normal form. */
  readonly path: string;
  readonly problem?: NameProblem;
  /** What the problem is with, where it is not the whole path. */
  readonly subject?: string;
  /** The file that it would replace. */
  readonly taken?: ProjectFile;
  /** A part of it that Python cannot import, which is allowed. */
  readonly notImportable?: string;
}

/** Characters; beyond that file systems and zips differ in what they allow. */
const LONGEST = 200;

/** What Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/**
 * @param name As it was typed.
 * @param files Those of the project, but for the one that is named.
 */
export function checkName(name: string, files: readonly ProjectFile[]): CheckedName {
  const parts = name
    .trim()
    .normalize('NFC')
    .split('/')
    .filter(part => part !== '.');
  const path = parts.join('/');
  const fault = faultOf(path, parts);
  if (fault) return {path, ...fault};
  const clash = clashOf(path, files);
  if (clash) return {path, ...clash};
  const taken = files.find(file => file.path === path);
  const notImportable = path.endsWith('.py') ? parts.find(part => !isImportable(part)) : undefined;
  return {
    path,
    ...(taken && {taken, problem: taken.readonly ? 'readonly' : 'taken'}),
    ...(notImportable !== undefined && !parts.includes('migrations') && {notImportable}),
  };
}

/** A name like the preferred one that no file has: `views.py`, `views_2.py`, … */
export function freeName(preferred: string, files: readonly ProjectFile[]): string {
  const taken = new Set(files.map(({path}) => path));
  const [, stem = preferred, ending = ''] = /^(.*?[^/])(\.[^/]*)?$/.exec(preferred) ?? [];
  let name = preferred;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}_${number}${ending}`;
  return name;
}

function faultOf(
  path: string,
  parts: readonly string[],
): {problem: NameProblem; subject?: string} | undefined {
  if (path === '') return {problem: 'empty'};
  if (/\p{Cc}/u.test(path)) return {problem: 'control'};
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return {problem: 'absolute'};
  if (path.includes('\\')) return {problem: 'backslash'};
  if (parts.includes('..')) return {problem: 'climbs'};
  if (path.endsWith('/')) return {problem: 'folder'};
  if (parts.includes('')) return {problem: 'gap'};
  const reserved = parts.find(part => RESERVED.test(part));
  if (reserved !== undefined) return {problem: 'reserved', subject: reserved};
  return path.length > LONGEST ? {problem: 'long'} : undefined;
}

function clashOf(
  path: string,
  files: readonly ProjectFile[],
): {problem: NameProblem; subject?: string} | undefined {
  const file = files.find(other => path.startsWith(`${other.path}/`));
  if (file) return {problem: 'inside-file', subject: file.path};
  return files.some(other => other.path.startsWith(`${path}/`))
    ? {problem: 'is-folder'}
    : undefined;
}

function isImportable(part: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*(?:\.py)?$/u.test(part);
}
