/** Every test of the build and of test runs, in one process, so that Pyodide starts once. */
import './archive.test.js';
import './assembly.test.js';
import './bundle.test.js';
import './bytecode.test.js';
import './compress.test.js';
import './debian-names.test.js';
import './debian-tzdata.test.js';
import './metadata.test.js';
import './prune.test.js';
import './runtime-files.test.js';
import './runtime.test.js';
import './series.test.js';
import '../django/labels.test.js';
