/** Journeys through sites with packages as their makers have published them. */
import '../journeys/packages.js';
import './htmx.js';
import './alpine.js';
import './admin.js';
import './chat.js';
import './http.js';
import './tables.js';
import './compiled.js';
import './accounts.js';
import './toolbar.js';
import './rest.js';
import './catalogue.js';
