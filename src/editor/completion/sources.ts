/** All that completion needs, loaded when it is first opened. */
export {completePython} from './python-source.js';
export {completeTemplate} from './template-source.js';
export {ProjectReader} from './project-facts.js';
