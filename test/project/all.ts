/** Projects under CPython and in the runtime, and as a download under CPython. */
import './parity.js';
import '../giving/zip.js';
