/** What parts of Django need beside it, by how a project's Python names them. */
const NEEDS: readonly (readonly [RegExp, string])[] = [
  [/django\.(?:db\.backends\.postgresql|contrib\.gis\.db\.backends\.postgis)\b/, 'psycopg[binary]'],
  [/django\.(?:db\.backends|contrib\.gis\.db\.backends)\.mysql\b/, 'mysqlclient'],
  [/django\.(?:db\.backends|contrib\.gis\.db\.backends)\.oracle\b/, 'oracledb'],
  [/\bImageField\b/, 'Pillow'],
  [/\bArgon2PasswordHasher\b/, 'argon2-cffi'],
  [/\bBCrypt(?:SHA256)?PasswordHasher\b/, 'bcrypt'],
  [/\bRedisCache\b/, 'redis'],
  [/\bPyMemcacheCache\b/, 'pymemcache'],
  [/\bPyLibMCCache\b/, 'pylibmc'],
  [/django\.template\.backends\.jinja2\b|django\.forms\.renderers\.Jinja2\b/, 'Jinja2'],
];

/** A line that asks for Django itself, in whatever version. */
const DJANGO = /^\s*django\s*(?:[[<>=!~;#@]|$)/im;

/** A wheel, with its name before it or not. */
const WHEEL = /^(\s*(?:[^\s#@]+\s*@\s*)?)([^\s#]+\.whl(?:[?#]\S*)?)(?=\s|$)/gm;

/** What a project asks for elsewhere than in its files. */
export interface Asked {
  /** As in a `requirements.txt`. */
  readonly text: string;
  /** What addresses, there and in the files, are relative to, an absolute URL. */
  readonly base: string;
}

/**
 * The text of `requirements.txt`: Django as the project ran with it, what was asked for, and what
 * parts of Django need; or the author's own, with that added which is missing.
 *
 * @param files The project's, by path.
 * @param django The exact version.
 */
export function requirements(
  files: ReadonlyMap<string, Uint8Array>,
  django: string,
  {text, base}: Asked = {text: '', base: 'about:blank'},
): string {
  const line = `Django==${django}\n`;
  const own = files.get('requirements.txt');
  const asked = ((text && `${text}\n`) + (own ? decode(own) : '')).replaceAll(
    WHEEL,
    (found, before: string, address: string) =>
      URL.canParse(address, base) ? before + new URL(address, base).href : found,
  );
  if (own) return DJANGO.test(asked) ? asked : line + asked;
  const python = [...files]
    .filter(([path]) => path.endsWith('.py'))
    .map(([, bytes]) => decode(bytes));
  const needs = NEEDS.filter(([name]) => python.some(source => name.test(source)));
  return line + asked + needs.map(([, requirement]) => `${requirement}\n`).join('');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
