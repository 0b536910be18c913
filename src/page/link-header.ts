import {type AssetLoader, resolve} from './asset-loader.js';
import type {AssetDestination} from './asset.js';
import type {HeaderPairs} from '../protocol/http.js';

/** One link of a `Link` header: its address, and its parameters as they are written. */
const LINK = /<([^>]*)>((?:\s*;\s*[^\s,;="]+(?:\s*=\s*(?:"[^"]*"|[^\s,;"]*))?)*)/g;

const DESTINATIONS: ReadonlySet<string> = new Set<AssetDestination>([
  'audio',
  'font',
  'image',
  'script',
  'style',
  'track',
  'video',
]);

/**
 * Begins to get what a response says will be needed, as browsers do; nobody waits for it.
 *
 * @param url Absolute URL of the response.
 */
export function preload(headers: HeaderPairs, url: string, assets: AssetLoader): void {
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'link') continue;
    for (const [, address = '', parameters = ''] of value.matchAll(LINK)) {
      const rel = parameter(parameters, 'rel').toLowerCase().split(/\s+/);
      const as = rel.includes('modulepreload') ? 'script' : parameter(parameters, 'as');
      const isWanted = rel.includes('preload') || rel.includes('modulepreload');
      const absolute = isWanted && isDestination(as) ? resolve(address, url) : null;
      // Whoever names it later hears what became of it.
      if (absolute && isDestination(as)) assets.load(absolute, as, url).catch(() => null);
    }
  }
}

function parameter(parameters: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]*))`, 'i').exec(parameters);
  return match?.[1] ?? match?.[2] ?? '';
}

function isDestination(as: string): as is AssetDestination {
  return DESTINATIONS.has(as);
}
