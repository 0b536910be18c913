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
    isOptional(value['removed'], isTexts) &&
    isOptional(value['order'], isTexts) &&
    isOptional(value['ran'], isTexts) &&
    isFiles(value['written']) &&
    isVisitor(value) &&
    isOptional(value['visitors'], visitors => isListOf(visitors, isVisitor))
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
  return isObject(value) && isMemorySnapshot(value) && isListOf(value['images'], isImage);
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

function isListOf(value: unknown, isShape: (value: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isShape);
}

function isTexts(value: unknown): boolean {
  return isListOf(value, text => typeof text === 'string');
}

function isFiles(value: unknown): boolean {
  return isListOf(value, isFile);
}

function isFile(value: unknown): boolean {
  return (
    isObject(value) && typeof value['path'] === 'string' && value['content'] instanceof Uint8Array
  );
}

function isVisitor(value: unknown): boolean {
  return (
    isObject(value) &&
    isListOf(value['cookies'], isCookie) &&
    ['string', 'undefined'].includes(typeof value['address']) &&
    isOptional(value['storages'], isStorages)
  );
}

function isStorages(value: unknown): boolean {
  return (
    isObject(value) &&
    isListOf(value['local'], isItem) &&
    isListOf(value['session'], isItem) &&
    isListOf(value['databases'], isDatabase) &&
    isOptional(value['caches'], caches => isListOf(caches, isCache))
  );
}

function isItem(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && isTexts(value);
}

function isDatabase(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    typeof value['version'] === 'number' &&
    isListOf(value['stores'], isObject)
  );
}

function isCache(value: unknown): boolean {
  return (
    isObject(value) && typeof value['name'] === 'string' && isListOf(value['answers'], isAnswer)
  );
}

function isAnswer(value: unknown): boolean {
  return (
    isObject(value) &&
    ['id', 'url', 'type', 'statusText'].every(key => typeof value[key] === 'string') &&
    typeof value['status'] === 'number' &&
    isListOf(value['headers'], isItem) &&
    isObject(value['asked']) &&
    typeof value['asked']['url'] === 'string' &&
    isListOf(value['asked']['headers'], isItem) &&
    (value['body'] === null || value['body'] instanceof Uint8Array)
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
