import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {unzipSync} from 'fflate';
import {divide, type Images} from './images.js';
import {STDLIB} from './layout.js';

/** What is of no use in a browser, and what nothing that stays imports at once. */
const UNNEEDED: readonly RegExp[] = [
  // Cannot be imported: they want Windows, subinterpreters, processes.
  /^asyncio\/windows_(?:events|utils)\.py$/,
  /^concurrent\/(?:interpreters\/|futures\/interpreter\.py$)/,
  /^multiprocessing\/(?:forkserver|popen_forkserver|popen_spawn_win32|resource_tracker|shared_memory|synchronize)\.py$/,
  // Can be imported, but do nothing without those or without threads.
  /^multiprocessing\/(?:dummy\/|(?:heap|managers|pool|resource_sharer|sharedctypes)\.py$)/,
  // Written in Python for where the same in C is missing.
  /^_py(?:datetime|io)\.py$/,
  // The prompt of a terminal. Its pager and its colours are used elsewhere.
  /^_pyrepl\/(?!(?:__init__|pager|trace|types|utils)\.py$)/,
  // Clients of servers that no page can reach.
  /^(?:ftplib|imaplib|poplib)\.py$/,
  /^xmlrpc\//,
];

/**
 * Pyodide's standard library with bytecode: its own zip holds only sources, which every
 * interpreter would compile again.
 */
export async function buildStdlib(): Promise<Images> {
  const original = await readFile(fileURLToPath(import.meta.resolve('pyodide/python_stdlib.zip')));
  const files = Object.entries(unzipSync(original))
    .filter(([path]) => !path.endsWith('/') && !UNNEEDED.some(pattern => pattern.test(path)))
    .map(([path, content]) => ({path, content}));
  return divide(files, STDLIB);
}
