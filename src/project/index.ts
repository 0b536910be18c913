/** Markup of the tag → files → a project that runs. Everything behind `readFiles` is pure data. */
export {checkFiles} from './check-files.js';
export {checkPaths} from './check-paths.js';
export {completeProject} from './complete-project.js';
export {loadFindRegions} from './find-regions.js';
export {needsLocales} from './needs-locales.js';
export type {Fetch, MarkupOptions} from './markup/index.js';
export {readFiles, readPatch} from './read-files.js';
export {rendersJavaScript} from './renders-javascript.js';
export {requirementsOf} from './requirements.js';
export {shownPaths} from './shown-path.js';
export {findsStaticFilesAlike} from './static-files.js';
export {toStoredFiles} from './stored-files.js';
export {parseSuperuser, type Superuser} from './superuser.js';
