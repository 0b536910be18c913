/** Journeys through sites with packages as their makers have published them. */
import '../packages.js';
