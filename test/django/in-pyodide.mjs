/**
 * Run one label of Django's own tests inside Pyodide, with the very runtime that a page gets.
 *
 *     node test/django/in-pyodide.mjs SERIES TESTS LABEL RESULTS
 */
import {basename, dirname} from 'node:path';
import process from 'node:process';
import {startInterpreter} from '../python/runner/interpreter.mjs';

const [series, tests, label, results] = process.argv.slice(2);
const pyodide = await startInterpreter(series, {
  output: (_stream, text) => process.stderr.write(text),
});
pyodide.pyimport('django_playground.bridge').install();
pyodide.mountNodeFS('/suite', import.meta.dirname);
pyodide.mountNodeFS('/django', tests);
pyodide.mountNodeFS('/results', dirname(results));
pyodide.pyimport('sys').path.insert(0, '/suite');
const {outside_event_loop: outside} = pyodide.pyimport('django_playground.standins.event_loop');
pyodide.pyimport('run_label').run('/django', label, `/results/${basename(results)}`, outside());
process.exit(0);
