/** Every journey, in one process, so that they share a browser and a server. */
import './polls.js';
import './blog.js';
import './writing.js';
import './browsing.js';
import './state.js';
import './tutorial.js';
import './persist.js';
import './snapshots.js';
import './isolation.js';
import './blocked.js';
import './hosting.js';
import './offline.js';
import './packages.js';
import './keyboard.js';
import './looks.js';
import './handling.js';
import './accessibility.js';
