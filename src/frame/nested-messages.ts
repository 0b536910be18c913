/** What a guest says of frames within its document, checked. */
import type {NestedContent, NestedMessage} from '../protocol/frame-nested.js';
import type {Navigation} from '../protocol/frame.js';
import {SITE_ORIGIN} from '../protocol/http.js';
import {isFields, isText} from './fields.js';

/** Longest texts believed, in characters. */
const LONGEST_ID = 40;
const LONGEST_MARKUP = 10 * 1024 * 1024;

/**
 * Reads what is said of a frame.
 *
 * @param parseNavigation Reads what a guest asks for.
 */
export function parseNested(
  {frame, content}: Readonly<Record<string, unknown>>,
  parseNavigation: (data: unknown) => Navigation | null,
): NestedMessage | null {
  if (!isText(frame) || frame.length > LONGEST_ID) return null;
  if (content === null) return {kind: 'nested', frame, content};
  const parsed = parseContent(content, parseNavigation);
  return parsed && {kind: 'nested', frame, content: parsed};
}

function parseContent(
  data: unknown,
  parseNavigation: (data: unknown) => Navigation | null,
): NestedContent | null {
  if (!isFields(data)) return null;
  const {html, base} = data;
  if (html === undefined) {
    const navigation = parseNavigation(data['navigation']);
    return navigation && {navigation};
  }
  const isOnSite = isText(base) && URL.canParse(base) && new URL(base).origin === SITE_ORIGIN;
  return isOnSite && isText(html) && html.length <= LONGEST_MARKUP ? {html, base} : null;
}
