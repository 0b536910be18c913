/**
 * Run the Python tests under CPython: each module in a process of its own, for each Django series
 * that the machine has a Python for.
 *
 *     node test/python/in-cpython.mjs [module …]
 */
import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {availableParallelism, tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {readManifest} from './runner/manifest.mjs';
import {findPython, oldestPython, sitePackages} from './runner/pythons.mjs';
import {ROOT, testModules, TESTS, Totals} from './runner/totals.mjs';

/** Half of the machine, since other tests run beside these. */
const PROCESSES = Math.ceil(availableParallelism() / 2);

const totals = new Totals();
const jobs = [...allJobs()];
const bytecode = await mkdtemp(join(tmpdir(), 'bytecode-'));
await Promise.all(Array.from({length: PROCESSES}, work));
await rm(bytecode, {recursive: true, force: true, maxRetries: 5});
totals.close();

/** Take jobs until there are none left. */
async function work() {
  for (let job = jobs.shift(); job; job = jobs.shift()) totals.add(job.title, await run(job));
}

function* allJobs() {
  for (const series of Object.keys(readManifest().series)) {
    const packages = sitePackages(series);
    if (!packages) continue;
    const oldest = oldestPython(series);
    const python = findPython(oldest);
    if (!python) {
      const version = oldest.join('.');
      console.error(`Django ${series} is skipped: there is no Python ${version} or newer.`);
      continue;
    }
    for (const module of testModules()) {
      yield {title: `${module}, Django ${series}`, module, python, packages};
    }
  }
}

/** @returns {Promise<import('./runner/totals.mjs').Counts>} */
function run({module, python, packages}) {
  const env = {
    ...process.env,
    ...python.env,
    PYTHONPATH: [join(ROOT, 'python'), join(ROOT, 'python', 'rendering'), packages].join(delimiter),
    // Compiled once, not by each process.
    PYTHONPYCACHEPREFIX: bytecode,
    PYTHONDONTWRITEBYTECODE: '',
    PYTHONWARNINGS: 'default',
  };
  const child = spawn(python.command, ['run_module.py', module], {cwd: TESTS, env});
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  let errors = '';
  child.stderr.on('data', chunk => (errors += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      const counts = parseCounts(output);
      if (counts.failed) console.error(errors);
      resolve(counts);
    });
  });
}

/** A module that did not get as far as printing counts is one failure. */
function parseCounts(output) {
  try {
    return JSON.parse(output.trim().split('\n').at(-1) ?? '');
  } catch {
    return {passed: 0, failed: 1, skipped: 0};
  }
}
