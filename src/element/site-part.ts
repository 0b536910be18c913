/** All that it takes to run a site and to work with it: loaded when something first runs. */
export {toNavigation, toResponse} from './fetch.js';
export {Site} from './site.js';
export {WorkbenchPart} from './workbench-part.js';
