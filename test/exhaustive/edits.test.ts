import {survivesEdits} from './edits.js';

survivesEdits(200);
