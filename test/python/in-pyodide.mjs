/**
 * Run the Python tests inside Pyodide, with the very runtime that a page gets: each module in an
 * interpreter of its own, for each Django series that was built.
 *
 *     node test/python/in-pyodide.mjs [module …]
 */
import {readManifest, startInterpreter} from './runner/interpreter.mjs';
import {testModules, Totals} from './runner/totals.mjs';

const totals = new Totals();
for (const series of Object.keys(readManifest().series)) {
  for (const module of testModules()) {
    const pyodide = await startInterpreter(series);
    pyodide.pyimport('django_playground.bridge').install();
    const counts = JSON.parse(pyodide.pyimport('run_module').run(module));
    totals.add(`${module}, Django ${series}`, counts);
  }
}
totals.close();
