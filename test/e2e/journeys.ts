/** Every journey, in one process, so that they share a browser and a server. */
import './isolation.js';
import './blocked.js';
