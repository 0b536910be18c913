/** Whether what was read is what was written: another version may have been there before. */
import type {SavedState, SnapshotKind, Snapshots} from '../protocol/storage.js';

type Fields = Readonly<Record<string, unknown>>;

/** @param kind What it has to be one of. */
export function isSnapshot<Kind extends SnapshotKind>(
  kind: Kind,
  value: unknown,
): value is Snapshots[Kind] {
  return kind === 'baseline' ? isBaseline(value) : isProjectSnapshot(value);
}

export function isSavedState(value: unknown): value is SavedState {
  return (
    isObject(value) &&
    typeof value['version'] === 'string' &&
    typeof value['savedAt'] === 'number' &&
    isObject(value['edits']) &&
    Object.values(value['edits']).every(text => typeof text === 'string') &&
    isOptional(value['bytes'], isFiles) &&
    isOptional(value['removed'], isPaths) &&
    isOptional(value['order'], isPaths) &&
    isOptional(value['ran'], isPaths) &&
    isFiles(value['written']) &&
    Array.isArray(value['cookies']) &&
    value['cookies'].every(isCookie) &&
    ['string', 'undefined'].includes(typeof value['address'])
  );
}

function isMemorySnapshot(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['fingerprint'] === 'string' &&
    typeof value['memoryLength'] === 'number' &&
    value['runs'] instanceof Uint32Array &&
    (value['pages'] instanceof Blob || value['pages'] instanceof Uint8Array) &&
    typeof value['checksum'] === 'number' &&
    isObject(value['references'])
  );
}

function isBaseline(value: unknown): boolean {
  return (
    isObject(value) &&
    isMemorySnapshot(value) &&
    Array.isArray(value['images']) &&
    value['images'].every(isImage)
  );
}

function isImage(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['place'] === 'string' &&
    (value['zip'] instanceof Blob || value['zip'] instanceof Uint8Array)
  );
}

function isProjectSnapshot(value: unknown): boolean {
  return (
    isObject(value) &&
    isMemorySnapshot(value['memory']) &&
    isFiles(value['written']) &&
    isObject(value['report'])
  );
}

function isOptional(value: unknown, isShape: (value: unknown) => boolean): boolean {
  return value === undefined || isShape(value);
}

function isPaths(value: unknown): boolean {
  return Array.isArray(value) && value.every(path => typeof path === 'string');
}

function isFiles(value: unknown): boolean {
  return Array.isArray(value) && value.every(isFile);
}

function isFile(value: unknown): boolean {
  return (
    isObject(value) && typeof value['path'] === 'string' && value['content'] instanceof Uint8Array
  );
}

function isCookie(value: unknown): boolean {
  return (
    isObject(value) &&
    ['name', 'value', 'path'].every(key => typeof value[key] === 'string') &&
    (value['expires'] === null || typeof value['expires'] === 'number') &&
    typeof value['httpOnly'] === 'boolean' &&
    typeof value['created'] === 'number'
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
