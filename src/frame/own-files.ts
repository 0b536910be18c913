/**
 * What of this room lies in files of its own. It is a door beside the room's, as no type of the
 * package may lead here: who takes that in knows no such imports.
 */
export {default as guestUrl, file as guestFile} from './guest/index.ts?bundle-page-url';
export {default as blankUrl, file as blankFile} from './guest/blank.ts?bundle-page-url';
