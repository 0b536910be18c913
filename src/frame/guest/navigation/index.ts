/**
 * What stands in for the Navigation API in a document without an origin, where the browser's own
 * does nothing. It is run before the documents whose scripts name it, and no others.
 */
import {START_NAVIGATION} from '../../../protocol/frame-navigation.js';
import {CurrentEntryChangeEvent, Destination, NavigateEvent} from './events.js';
import {HistoryEntry} from './entries.js';
import {Activation, Navigation} from './navigation.js';
import type {StartNavigation} from './start.js';
import {Transition} from './transition.js';

/** The classes by the names that scripts know. */
const CLASSES = {
  NavigateEvent,
  Navigation,
  NavigationActivation: Activation,
  NavigationCurrentEntryChangeEvent: CurrentEntryChangeEvent,
  NavigationDestination: Destination,
  NavigationHistoryEntry: HistoryEntry,
  NavigationTransition: Transition,
};

const EVENTS = ['navigate', 'navigatesuccess', 'navigateerror', 'currententrychange'];

const start: StartNavigation = (known, means) => {
  means.defineHandlers(Navigation.prototype, EVENTS);
  means.defineHandlers(HistoryEntry.prototype, ['dispose']);
  const navigation = new Navigation(known, means);
  define({navigation});
  return navigation.moves;
};

for (const [name, value] of Object.entries(CLASSES)) {
  Object.defineProperty(value, 'name', {value: name});
  Object.defineProperty(value.prototype, Symbol.toStringTag, {value: name, configurable: true});
}
// What nobody has built here must not look as if it were.
Reflect.deleteProperty(window, 'NavigationPrecommitController');
define({...CLASSES, [START_NAVIGATION]: start});

function define(values: object): void {
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    Object.defineProperty(window, name, {value, configurable: true, writable: true});
  }
}
