import {DEFAULT_NAME, type JsFailure, type JsFrame} from '../../protocol/rendering.js';

/** Knows what the addresses in stacks are. */
export interface Addresses {
  /** @returns the file's path; `undefined` for what is none of the project's. */
  pathOf(url: string): string | undefined;
}

/** What ends each line of a stack, in any engine. */
const PLACE = /((?:blob|data):[^\s()]*?):(\d+):\d+\)?$/;

/** An exception that was thrown before the engine could say where. */
export class PlacedError extends SyntaxError {
  readonly frame: JsFrame;

  constructor(message: string, frame: JsFrame) {
    super(message);
    this.name = 'SyntaxError';
    this.frame = frame;
  }
}

/** What was thrown, as data. */
export function failureOf(error: unknown, addresses: Addresses): JsFailure {
  if (!(error instanceof Error)) return {name: 'Error', message: String(error), frames: []};
  const frames = (error.stack ?? '').split('\n').flatMap(line => frameOf(line, addresses));
  const first = error instanceof PlacedError ? [error.frame] : [];
  return {name: error.name, message: error.message, frames: [...first, ...frames]};
}

function frameOf(text: string, addresses: Addresses): JsFrame[] {
  const [place, url = '', line] = PLACE.exec(text) ?? [];
  const path = addresses.pathOf(url);
  if (place === undefined || path === undefined) return [];
  // `at Module.render (…`, or `render@…`
  const before = text.slice(0, text.length - place.length).replace(/\[as .*\]/, '');
  const [, called = ''] = /^\s*(?:at )?(?:async )?(?:new )?(.*?)\s*[@(]?$/.exec(before) ?? [];
  const name = called.replaceAll(/^.*\.|[/<]/g, '');
  return [{path, line: Number(line), name: name === DEFAULT_NAME ? 'default' : name}];
}
