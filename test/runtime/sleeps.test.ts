import {survivesSleep} from '../exhaustive/sleeps.js';

// The others have a part of their own: `npm test -- exhaustive`.
survivesSleep([0, 2, 5]);
