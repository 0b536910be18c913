/** What somebody does at each of the projects beside this file. */
import type {Step} from '../parity/visitor.js';
import {visit as asyncTopics} from './visits/async-topics.js';
import {visit as feeds} from './visits/feeds.js';
import {visit as languages} from './visits/languages.js';
import {visit as sessions} from './visits/sessions.js';
import {visit as sitemaps} from './visits/sitemaps.js';
import {visit as timeZones} from './visits/time-zones.js';
import {visit as uploads} from './visits/uploads.js';

/** By the project's folder. */
export const PROJECT_VISITS: Readonly<Record<string, readonly Step[]>> = {
  'async-topics': asyncTopics,
  uploads,
  sessions,
  sitemaps,
  feeds,
  languages,
  'time-zones': timeZones,
};
