/** The code pane: a project's files to be read at once, and edited once somebody goes to. */
export type {FileActions} from './actions.js';
export {DjangoPlaygroundFiles, type FilesLayout} from './django-playground-files.js';
export type {EditorHandle, EditorOptions, OpenEditor} from './editor.js';
export {loadEditing} from './load-editing.js';
export type {FilesStrings, NameProblem, OperationsStrings} from './strings.js';
