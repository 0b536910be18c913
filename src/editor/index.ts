/** Files as editable tabs. */
export {DjangoPlaygroundEditor} from './django-playground-editor.js';
export {EditEvent} from './events.js';
