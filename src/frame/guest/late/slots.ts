import type {LateDestination} from '../../../protocol/frame-assets.js';

import {localName} from '../natives.js';
import {setNamesSite, siteUrl} from './files.js';

/** What an attribute names. */
export type Slot = LateDestination | 'frame';

/** What each element's attributes name. */
const SLOTS: Readonly<Record<string, Readonly<Record<string, Slot>>>> = {
  img: {src: 'image', srcset: 'image'},
  source: {src: 'video', srcset: 'image'},
  input: {src: 'image'},
  video: {src: 'video', poster: 'image'},
  audio: {src: 'audio'},
  track: {src: 'track'},
  embed: {src: 'embed'},
  object: {data: 'object'},
  image: {href: 'image', 'xlink:href': 'image'},
  feImage: {href: 'image', 'xlink:href': 'image'},
  use: {href: 'image', 'xlink:href': 'image'},
  link: {href: 'style'},
  script: {src: 'script'},
  iframe: {src: 'frame', srcdoc: 'frame'},
};

/** Every such attribute. */
export const SLOT_NAMES: readonly string[] = ['src', 'srcset', 'poster', 'data', 'href', 'srcdoc'];

/** Elements with something that may have to be got. */
export const HOLDERS = [...Object.keys(SLOTS), 'style', '[style*="url("]'].join();

/** Elements that load before they are in a document. */
const EAGER = /^(?:img|input|video|audio|source)$/;

/** The attributes of an element that name a file, with what for. */
export function slotsOf(element: Element): Readonly<Record<string, Slot>> | undefined {
  return SLOTS[localName(element)];
}

/** What an element's attribute names a file for. */
export function slotOf(element: Element, name: string): Slot | undefined {
  return slotsOf(element)?.[name];
}

export function loadsDetached(element: Element): boolean {
  return EAGER.test(localName(element));
}

/** Whether a value of such an attribute names something of the site. */
export function namesSite(name: string, value: string): boolean {
  if (name === 'srcdoc') return true;
  return name === 'srcset' ? setNamesSite(value) : siteUrl(value) !== null;
}
