/** CodeMirror, for whoever goes to edit: never imported but with `import()`. */
export type {CodeEditor} from './code-editor.js';
export type {CodeMirror, MakeExtension} from './author-extensions.js';
export {loadLanguage} from './languages/load.js';
export {openEditor} from './open-editor.js';
export type {EditorOptions} from './options.js';
export type {EditorTexts} from './texts.js';
export {isUnfinished} from './unfinished.js';
