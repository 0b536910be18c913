/** Giving a project away, taking it back, finding one's way. Loaded when somebody goes to. */
export {AddressList, type AddressListOptions} from './address-list.js';
export {toArchive, type Archive, type ArchiveContent} from './archive.js';
export {copy} from './copy.js';
export {enlarge, returned} from './enlarge.js';
export {decodeFiles, encodeFiles} from './link.js';
export {showLink} from './link-dialog.js';
export type {ReadmeFacts, ReadmeText} from './readme.js';
export type {GivingStrings} from './strings.js';
export {givingStyles} from './styles.js';
