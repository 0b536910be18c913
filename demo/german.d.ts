import type {Strings} from '../src/index.js';

export declare const GERMAN: Strings;
