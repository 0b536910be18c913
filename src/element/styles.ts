import {consoleStyles} from './console-styles.js';
import {controlStyles} from './control-styles.js';
import {faceStyles} from './face-styles.js';
import {paneStyles} from './pane-styles.js';
import {statusStyles} from './status-styles.js';

/** All of the element's own. */
export const styles = [faceStyles, controlStyles, paneStyles, statusStyles, consoleStyles];
