/** What the console shows: what the site and its commands did and said, in the order it came. */
import type {Raised} from './code.js';
import type {Finding, Output} from './interpreter.js';
import type {Mail} from './mail.js';

/** One exchange with the site. */
export interface RequestLine {
  /** Upper case, e.g. `GET`. */
  readonly method: string;
  /** Path and query, e.g. `/polls/?page=2`. */
  readonly path: string;
  readonly status: number;
  /** Milliseconds Django took. */
  readonly duration: number;
  /** How many queries it sent to databases. */
  readonly queries: number;
  /** What it was for, as `Sec-Fetch-Dest` says it, e.g. `document`, `image`, `empty`. */
  readonly destination: string;
  /** The exception that no view handled. */
  readonly raised?: Raised;
  /** Who asked, where there are several visitors. */
  readonly visitor?: string;
}

/** A line of the console, or a piece of one. */
export type ConsoleEntry =
  | ({readonly kind: 'request'} & RequestLine)
  /** What Python printed or logged, with the ends of its lines. */
  | ({readonly kind: 'output'} & Output)
  | ({readonly kind: 'mail'} & Mail)
  /** What was supplied to the project, or what the console itself has to say. */
  | {readonly kind: 'note'; readonly text: string}
  /** A command, or a line for the shell, as it was typed behind `prompt`. */
  | {readonly kind: 'command'; readonly prompt: string; readonly text: string}
  /** A command ended. */
  | {readonly kind: 'exit'; readonly exitCode: number; readonly tests?: TestCounts}
  | ({readonly kind: 'finding'} & Finding);

/** What a command that tests the project came to. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
