import type {RequestLine} from '../protocol/console.js';
import type {SessionEvents} from '../runtime/index.js';
import type {FilePlace} from './reader-paths.js';

/** What a site tells while it runs. */
export interface SiteEvents extends SessionEvents {
  /** What was supplied to the project or completed in it, one sentence. */
  onnote(note: string): void;
  /** Django answered a request, whatever it was for. */
  onrequest(request: RequestLine): void;
  /** The output leads to a place in the project's files. */
  onreveal(place: FilePlace): void;
  /** Django began to work on something, or has ended all of it. */
  onworking(working: boolean): void;
  /** Something in the output leads to a page; the event shows it when it calls `visit`. */
  onvisit(visit: () => Promise<Shown | undefined>): void;
  /** Something that a browser does and the output cannot, in a sentence. */
  onnotice(notice: string): void;
  /** The reader wants to leave the output with the keyboard. */
  onescape(): void;
}

/** A page that is now shown. */
export interface Shown {
  /** Path, query and fragment. */
  readonly path: string;
  readonly status: number;
  /** Milliseconds Django took. */
  readonly duration: number;
}
