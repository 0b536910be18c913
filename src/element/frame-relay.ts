import type {Browser} from '../browser/index.js';
import type {FrameEvent} from '../frame/index.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {CacheChange} from '../protocol/frame-caches.js';
import type {NestedMessage} from '../protocol/frame-nested.js';
import type {DatabaseDump, StorageChange} from '../protocol/frame-state.js';
import type {Navigation} from '../protocol/frame.js';
import type {FilePlace} from './reader-paths.js';
import type {Shown, SiteEvents} from './site-events.js';
import {BLOCKED, CROWDS, FLOODED, LEFT, RESTLESS} from './site-failures.js';
import type {ViewOptions} from './view-options.js';

/** What takes part in what happens in the output. */
export interface FrameRelay {
  readonly view: {
    navigate(navigation: Navigation): Promise<Shown | undefined>;
    reload(): Promise<Shown | undefined>;
    traverse(delta: number): Promise<Shown | undefined>;
    readonly kept: {
      store(changes: readonly StorageChange[]): void;
      keep(dump: DatabaseDump): void;
      cache(changes: readonly CacheChange[]): void;
    };
    nest(message: NestedMessage, port: MessagePort | undefined): void;
    title: string;
  };
  readonly options: Pick<ViewOptions, 'onChange' | 'onEscape' | 'onMenu' | 'onOpen' | 'onTell'>;
  readonly browser: Browser;
  readonly events: Pick<SiteEvents, 'onvisit' | 'onnotice' | 'onreveal'>;
  /** The place in the project's files that an address of the output leads to. */
  findPlace(address: string): FilePlace | undefined;
}

/** Pass on what happens in the output to whom it is for. */
export function relay(
  event: FrameEvent,
  {view, options, browser, events, findPlace}: FrameRelay,
): void {
  switch (event.kind) {
    case 'navigate':
      events.onvisit(() => view.navigate(event.navigation));
      break;
    case 'entry':
      // It is there already; the browser only takes note of it.
      browser.enter(event.entry, event.replaces);
      options.onChange();
      events.onvisit(() => Promise.resolve(undefined));
      break;
    case 'traverse':
      events.onvisit(() => (event.delta === 0 ? view.reload() : view.traverse(event.delta)));
      break;
    case 'kept':
      browser.keep(event.kept);
      break;
    case 'restoration':
      browser.setRestoration(event.isManual);
      break;
    case 'cookie':
      browser.visitor.jar.storeFromScript(browser.url, event.text);
      break;
    case 'storage':
      view.kept.store(event.changes);
      break;
    case 'database':
      view.kept.keep(event.dump);
      break;
    case 'caches':
      view.kept.cache(event.changes);
      break;
    case 'nested':
      view.nest(event, event.port);
      break;
    case 'reload':
      events.onvisit(() => view.reload());
      break;
    case 'scrolled':
      browser.noteScroll(event.position);
      break;
    case 'title':
      view.title = event.title;
      break;
    case 'refused':
      events.onnotice(event.message);
      break;
    case 'crowd':
      events.onnotice(CROWDS[event.of]);
      break;
    case 'left':
      events.onvisit(() => Promise.reject(new PlaygroundError(LEFT)));
      break;
    case 'blocked':
      events.onvisit(() => Promise.reject(new PlaygroundError(BLOCKED)));
      break;
    case 'reveal': {
      const place = findPlace(event.url);
      if (place) events.onreveal(place);
      break;
    }
    case 'escape':
      options.onEscape();
      break;
    case 'open':
      options.onOpen(event.window, event.navigation);
      break;
    case 'tell':
      options.onTell(event.window, event.action);
      break;
    case 'menu':
      options.onMenu(event);
      break;
    case 'flood':
      events.onvisit(() => Promise.reject(new PlaygroundError(FLOODED)));
      break;
    case 'restless':
      events.onvisit(() => Promise.reject(new PlaygroundError(RESTLESS)));
      break;
    case 'external':
      break;
  }
}
