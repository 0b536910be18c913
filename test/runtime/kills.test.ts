import {survivesKills} from '../exhaustive/kills.js';

// Many more of them have a part of their own: `npm test -- exhaustive`.
survivesKills(8);
