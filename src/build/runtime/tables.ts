/** A database that a new site starts from, so that no reader waits for Django's own migrations. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {loadPyodide, version} from 'pyodide';
import {writeWhole} from '../files.js';
import {sha256} from '../hash.js';
import {CACHE} from '../paths.js';

const SCRIPT = join(import.meta.dirname, 'tables.py');

/** Where it lies below site-packages. */
export const TABLES_PATH = 'django_playground_data/tables.sqlite3';

/**
 * Have Django make the tables of its own apps, or take those that it made before.
 *
 * @param sitePackages Django and what it needs.
 * @param django Its exact version.
 */
export async function buildTables(sitePackages: string, django: string): Promise<Uint8Array> {
  const script = await readFile(SCRIPT, 'utf8');
  const place = join(CACHE, 'tables', `${sha256([version, django, script].join('\n'))}.sqlite3`);
  const known = await readFile(place).catch(() => null);
  if (known) return known;
  // Pyodide's event loop counts as running, in which Django's ORM otherwise refuses to work.
  const pyodide = await loadPyodide({env: {DJANGO_ALLOW_ASYNC_UNSAFE: '1'}});
  pyodide.mountNodeFS('/site-packages', sitePackages);
  pyodide.runPython(`import sys; sys.path.insert(0, '/site-packages')`);
  pyodide.runPython(`${script}\nmake_tables('/tables.sqlite3')`);
  const tables = pyodide.FS.readFile('/tables.sqlite3') as Uint8Array;
  await writeWhole(place, tables);
  return tables;
}
