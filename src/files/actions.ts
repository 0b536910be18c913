import type {MenuItem} from '../protocol/menu.js';
import type {ProjectFile} from '../protocol/project.js';

/** Opens the menu of an element beside it, or closes the one that is open. */
export type ToggleMenu = (options: {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
}) => void;

/** What the pane asks to be done to the project. Paths were checked before. */
export interface FileActions {
  edit(path: string, content: string): void;
  /** @param settle To be called before files are read: it tells of edits that were not told yet. */
  beforeRead(settle: () => void): void;
  /**
   * Add files; those that have their paths go.
   *
   * @param before Path of the file that they come before; otherwise they come last, or where the
   *   replaced ones were.
   */
  add(files: readonly ProjectFile[], before?: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** @param before Path of the file that it comes before; otherwise it comes last. */
  move(path: string, before: string | undefined): void;
  /** Take back all that was done to a file of the author's. */
  reset(path: string): void;
  /** As the author wrote it; `undefined` for a file that is not the author's. */
  original(path: string): ProjectFile | undefined;
  run(): void;
  /** What opens a menu; loaded when somebody goes to. */
  loadMenu(): Promise<ToggleMenu>;
}
