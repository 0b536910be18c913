import {validRange} from '@renovatebot/pep440';
import {badRequirement} from './failures.js';
import {fileName, normalName, parseWheelName} from './wheel-name.js';

/** What somebody asks for: a package, or the wheel at an address. */
export interface Requirement {
  /** The package, in its normal form. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Which versions will do, e.g. `>=2,<3`; `''` for any. */
  readonly specifier: string;
  /** Absolute address of the wheel that it is to be. */
  readonly url?: string;
  /** SHA-256 in hexadecimal, one of which its wheel has to have; none for any. */
  readonly hashes: readonly string[];
  /** When it is needed, e.g. `python_version < "3.11"`. */
  readonly marker?: string;
}

/** `name[extra] >= 1; marker`, with the version in parentheses or not, or `name @ address`. */
const NAMED =
  /^([a-z\d](?:[a-z\d._-]*[a-z\d])?)\s*(?:\[([^\]]*)\])?\s*(?:@\s*(\S+)|\(?\s*([^;()]*?)\s*\)?)\s*(?:;(.*))?$/i;

const HASH = /\s--hash[=\s]\s*(\S+)/g;

/**
 * The lines of a `requirements.txt`.
 *
 * @param base What addresses in it are relative to.
 * @throws PlaygroundError `bad-requirement`.
 */
export function parseRequirements(text: string, base: string): Requirement[] {
  return text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map(line => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean)
    .map(line => parseLine(line, base));
}

/**
 * What a package says that it needs.
 *
 * @throws PlaygroundError `bad-requirement`.
 */
export function parseRequirement(line: string, base: string): Requirement {
  const [, name, extras = '', url, specifier = '', marker] = NAMED.exec(line) ?? [];
  if (name === undefined) throw badRequirement(line, 'it names no package');
  if (specifier && !validRange(specifier)) {
    throw badRequirement(line, `“${specifier}” says nothing about versions`);
  }
  const found = {
    name: normalName(name),
    extras: extras
      .split(',')
      .map(extra => normalName(extra.trim()))
      .filter(Boolean),
    specifier,
    hashes: [],
    ...(marker?.trim() && {marker: marker.trim()}),
  };
  return url === undefined ? found : {...found, ...toWheel(url, base, line)};
}

function parseLine(line: string, base: string): Requirement {
  const given = [...line.matchAll(HASH)].map(([, hash = '']) => hash);
  const hashes = given.map(hash => parseHash(hash, line));
  const text = line.replaceAll(HASH, '').trim();
  if (text.startsWith('-')) throw badRequirement(line, 'options of pip mean nothing here');
  const requirement = isAddress(text) ? fromAddress(text, base) : parseRequirement(text, base);
  return {...requirement, hashes: [...requirement.hashes, ...hashes]};
}

function parseHash(text: string, line: string): string {
  const [, hash] = /^sha256:([\da-f]{64})$/i.exec(text) ?? [];
  if (hash === undefined) {
    throw badRequirement(line, 'its hash is not --hash=sha256: and 64 hexadecimal digits');
  }
  return hash.toLowerCase();
}

/** Whether there is an address and no name before it. */
function isAddress(text: string): boolean {
  return /^[^\s@]*(?:\/|\.whl(?:[#\s]|$))/.test(text);
}

function fromAddress(text: string, base: string): Requirement {
  const [address = '', ...rest] = text.split(/\s+/);
  const marker = rest.join(' ').replace(/^;/, '').trim();
  const wheel = toWheel(address, base, text);
  return {extras: [], specifier: '', ...wheel, ...(marker && {marker})};
}

/** What the address of a wheel says. */
function toWheel(
  address: string,
  base: string,
  line: string,
): Pick<Requirement, 'name' | 'url' | 'hashes'> & {url: string} {
  if (!URL.canParse(address, base)) throw badRequirement(line, 'its address is none');
  const url = new URL(address, base);
  const [, hash] = /^#(?:.*&)?sha256=([\da-f]{64})\b/i.exec(url.hash) ?? [];
  url.hash = '';
  const name = parseWheelName(fileName(url.href));
  if (!name) {
    throw badRequirement(line, 'its address does not end in a wheel’s name, *-py3-none-any.whl');
  }
  return {name: name.package, url: url.href, hashes: hash ? [hash.toLowerCase()] : []};
}
