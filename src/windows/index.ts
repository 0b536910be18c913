/** Faces of the places where a site is shown beside its first: windows over it, and visitors. */
export {readVisitors, type ExpectedVisitor} from './read-visitors.js';
export type {WindowStrings} from './strings.js';
export {VisitorFace, type VisitorState} from './visitor-face.js';
export {WindowFace} from './window-face.js';
