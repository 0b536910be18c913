import type {GivingHost, GivingParts} from './giving-controller.js';
import type {Notice} from './notice.js';
import type {Panes} from './panes.js';
import type {FilePlace} from './reader-paths.js';
import type {Workbench} from './workbench.js';

/** What a playground is made of, for what is loaded later. */
export interface PlaygroundParts extends GivingParts {
  readonly workbench: Workbench;
  readonly panes: Panes;
  /** Say something above the panes. */
  say(notice: Notice | undefined): void;
}

/** A playground, as seen by other steps of its chain and by the prose around it. */
export interface PartedPlayground extends GivingHost {
  readonly parts: PlaygroundParts;
  start(): Promise<void>;
  reveal(place: FilePlace): void;
}

/** The playground that an element is; nothing before it is defined, or in another document. */
export function toPlayground(element: Element | undefined): PartedPlayground | undefined {
  return element && 'parts' in element ? (element as PartedPlayground) : undefined;
}
