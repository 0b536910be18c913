/** The menu of a button, for all who have one. Loaded when somebody opens it. */
export {toggleMenu} from './menu.js';
