import {survivesEdits} from '../exhaustive/edits.js';

// Many more of them have a part of their own: `npm test -- exhaustive`.
survivesEdits(8);
