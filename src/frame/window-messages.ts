/** What a guest says of other windows, checked. What a script tells another is theirs alone. */
import type {WantedWindow, WindowAction, WindowId} from '../protocol/frame-window.js';
import {isFields, isText} from './fields.js';

/** Longest name and id believed, in characters. */
const LONGEST_NAME = 1000;
const LONGEST_ID = 40;

/** Most names and arguments believed. */
const LONGEST_LIST = 50;

export function parseWantedWindow(data: unknown): WantedWindow | null {
  if (!isFields(data)) return null;
  const {name, hasOpener} = data;
  const id = parseWindowId(data['id']);
  if (id === null || !isText(name) || name.length > LONGEST_NAME) return null;
  return {id, name, hasOpener: hasOpener === true};
}

export function parseWindowId(data: unknown): WindowId | null {
  return isText(data) && data.length <= LONGEST_ID ? data : null;
}

export function parseWindowAction(data: unknown): WindowAction | null {
  if (!isFields(data)) return null;
  const {act} = data;
  switch (act) {
    case 'close':
    case 'focus':
      return {act};
    case 'post':
      return {act, data: data['data']};
    case 'call':
    case 'set': {
      const {on, path, args, own, result} = data;
      if (!isList(path) || !path.every(isText) || path.length === 0) return null;
      if (!isList(args) || !isList(own) || !own.every(isCount)) return null;
      return isCount(on) && isCount(result) ? {act, on, path, args, own, result} : null;
    }
    default:
      return null;
  }
}

function isList(data: unknown): data is readonly unknown[] {
  return Array.isArray(data) && data.length <= LONGEST_LIST;
}

function isCount(data: unknown): data is number {
  return Number.isSafeInteger(data) && Number(data) >= 0;
}
