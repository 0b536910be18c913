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

/**
 * The text of `requirements.txt`: Django as the project ran with it and what parts of it need, or
 * the author's own, with Django added where it is missing.
 *
 * @param files The project's, by path.
 * @param django The exact version.
 */
export function requirements(files: ReadonlyMap<string, Uint8Array>, django: string): string {
  const line = `Django==${django}\n`;
  const own = files.get('requirements.txt');
  if (own) {
    const text = decode(own);
    return DJANGO.test(text) ? text : line + text;
  }
  const python = [...files]
    .filter(([path]) => path.endsWith('.py'))
    .map(([, bytes]) => decode(bytes));
  const needs = NEEDS.filter(([name]) => python.some(text => name.test(text)));
  return line + needs.map(([, requirement]) => `${requirement}\n`).join('');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
