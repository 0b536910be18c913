/** Projects in two places, one after the other: in the runtime and under CPython. */
import './parity.js';
import './tutorial.js';
import '../giving/zip.js';
