import type {Arrival, KnownEntry, NavigationKind, Trail} from '../protocol/frame-navigation.js';
import type {HistoryEntry, SessionHistory} from './session-history.js';
import type {Placement} from './visit.js';

/** The history as scripts may see it: all of it is of one site. */
export function trailOf({entries}: SessionHistory, arrival: Arrival): Trail {
  return {entries: entries.map(known), arrival};
}

/**
 * How a document comes to be shown.
 *
 * @param from Where one is before.
 */
export function arrivalBy(placement: Placement, from: HistoryEntry | null): Arrival {
  return {kind: kindOf(placement), from: from && known(from)};
}

function kindOf(placement: Placement): NavigationKind {
  if (typeof placement === 'string') return placement;
  return placement.delta === 0 ? 'reload' : 'traverse';
}

function known({navigation: {url}, names, document, kept}: HistoryEntry): KnownEntry {
  return {...names, url, document, kept};
}
