/** What Web Platform Tests find in a tab and not in the frame. */
import type {Difference} from '../suite.js';

export const WPT_DIFFERENCES: readonly Difference[] = [];
