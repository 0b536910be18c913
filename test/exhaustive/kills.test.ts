import {survivesKills} from './kills.js';

survivesKills(100);
