/** What the suite of htmx finds in a tab and not in the frame. */
import type {Difference} from '../suite.js';

export const HTMX_DIFFERENCES: readonly Difference[] = [
  {
    reason:
      'Chromium lets a script take a method away from one storage; others keep what it assigns as ' +
      'an item, as the standard says, and so does the frame.',
    engines: ['chromium'],
    tests: [
      '/test/index.html hx-push-url attribute when sessionStorage disabled history not saved*',
    ],
  },
];
