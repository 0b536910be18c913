/** What the suite of htmx finds in a tab and not in the frame. */
import type {Difference} from '../suite.js';

export const HTMX_DIFFERENCES: readonly Difference[] = [];
