/** Children of the tag → files → a project that runs. Everything behind `readFiles` is pure data. */
export {checkFiles} from './check-files.js';
export {completeProject} from './complete-project.js';
export type {ContentOptions, Fetch} from './content.js';
export {loadFindRegions} from './find-regions.js';
export {needsLocales} from './needs-locales.js';
export {readFiles} from './read-files.js';
export {readPatch} from './read-patch.js';
export {findsStaticFilesAlike} from './static-files.js';
export {toStoredFiles} from './stored-files.js';
export {parseSuperuser, type Superuser} from './superuser.js';
