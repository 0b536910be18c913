import {strFromU8, strToU8} from 'fflate';
import type {ProjectFile} from '../protocol/project.js';

/** What a file is beside its content; numbers, because each byte makes a link longer. */
const BINARY = 1;
const HIDDEN = 2;
const READONLY = 4;
const SELECTED = 8;

/** Path, length in bytes, what it is, what its tab says; the last two where there is something. */
type Entry = readonly [path: string, length: number, marks?: number, label?: string];

/** Files as bytes: a line of JSON that lists them, then their contents one after the other. */
export function pack(files: readonly ProjectFile[]): Uint8Array<ArrayBuffer> {
  const contents = files.map(({content}) =>
    typeof content === 'string' ? strToU8(content) : content,
  );
  const entries = files.map((file, index): Entry => {
    const entry = [file.path, contents[index]?.length ?? 0] as const;
    const marks = marksOf(file);
    if (file.label !== undefined) return [...entry, marks, file.label];
    return marks === 0 ? entry : [...entry, marks];
  });
  const head = strToU8(`${JSON.stringify(entries)}\n`);
  const packed = new Uint8Array(contents.reduce((sum, {length}) => sum + length, head.length));
  let offset = 0;
  for (const part of [head, ...contents]) {
    packed.set(part, offset);
    offset += part.length;
  }
  return packed;
}

/** @returns `undefined` where these are no packed files. */
export function unpack(packed: Uint8Array<ArrayBuffer>): ProjectFile[] | undefined {
  const end = packed.indexOf(0x0a);
  const entries = end < 0 ? undefined : parse(strFromU8(packed.subarray(0, end)));
  if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined;
  let offset = end + 1;
  const files = entries.map(entry => {
    const start = offset;
    offset += entry[1];
    return toFile(entry, packed.slice(start, offset));
  });
  return offset === packed.length ? files : undefined;
}

function toFile([path, , marks = 0, label]: Entry, bytes: Uint8Array<ArrayBuffer>): ProjectFile {
  return {
    path,
    content: marks & BINARY ? bytes : strFromU8(bytes),
    ...(marks & HIDDEN && {hidden: true}),
    ...(marks & READONLY && {readonly: true}),
    ...(marks & SELECTED && {selected: true}),
    ...(label !== undefined && {label}),
  };
}

function marksOf({content, hidden, readonly, selected}: ProjectFile): number {
  return (
    (typeof content === 'string' ? 0 : BINARY) |
    (hidden ? HIDDEN : 0) |
    (readonly ? READONLY : 0) |
    (selected ? SELECTED : 0)
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [path, length, marks = 0, label = ''] = value as unknown[];
  return (
    typeof path === 'string' &&
    Number.isSafeInteger(length) &&
    (length as number) >= 0 &&
    Number.isSafeInteger(marks) &&
    typeof label === 'string'
  );
}
