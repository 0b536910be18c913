/**
 * Run the Python tests inside Pyodide, with the very runtime that a page gets: each module in an
 * interpreter of its own, for each Django series that was built. `bridge` names the tests of the
 * one module that only runs here.
 *
 *     node test/python/in-pyodide.mjs [bridge] [module …]
 */
import {runBridgeTests} from './runner/bridge.mjs';
import {startInterpreter} from './runner/interpreter.mjs';
import {readManifest} from './runner/manifest.mjs';
import {testModules, Totals} from './runner/totals.mjs';

const BRIDGE = 'bridge';

const totals = new Totals();
for (const series of Object.keys(readManifest().series)) {
  for (const module of testModules([BRIDGE])) {
    const counts = await (module === BRIDGE ? runBridgeTests(series) : runModule(module, series));
    totals.add(`${module}, Django ${series}`, counts);
  }
}
totals.close();

/** @returns {Promise<import('./runner/totals.mjs').Counts>} */
async function runModule(module, series) {
  const pyodide = await startInterpreter(series);
  pyodide.pyimport('django_playground.bridge').install();
  try {
    return JSON.parse(pyodide.pyimport('run_module').run(module));
  } catch (error) {
    console.error(error.message);
    return {passed: 0, failed: 1, skipped: 0};
  }
}
