import type {OpenEditor} from '../files/index.js';

/**
 * The editor, loaded when somebody first goes to edit.
 *
 * @throws PlaygroundError `runtime-unavailable` when it cannot be loaded.
 */
export const openEditor: OpenEditor = () => Promise.reject(new Error('There is no editor yet.'));
