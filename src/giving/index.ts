/** Giving a project away: as a zip, as a link. Loaded when somebody goes to. */
export {toArchive, type Archive, type ArchiveContent} from './archive.js';
export {decodeFiles, encodeFiles} from './link.js';
export type {ReadmeFacts, ReadmeText} from './readme.js';
