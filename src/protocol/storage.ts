/** What is kept in the reader's browser from one visit to the next, and who keeps it. */
import type {Cookie} from './cookie.js';
import type {Storages} from './frame-state.js';
import type {StoredFile} from './project.js';
import type {Baseline, ProjectSnapshot, SharedBlob} from './snapshot.js';

/** The kinds of snapshots, each with what is kept of one. */
export interface Snapshots {
  readonly baseline: Baseline;
  readonly project: ProjectSnapshot;
}

export type SnapshotKind = keyof Snapshots;

/**
 * Keeps snapshots. None of its methods ever rejects or hangs: storage that is blocked, full,
 * broken or slow is as good as empty, and said so once in the console.
 */
export interface SnapshotStore {
  /**
   * @param key Names everything the bytes depend on.
   * @returns what was written under the key, or `undefined`.
   */
  read<Kind extends SnapshotKind>(kind: Kind, key: string): Promise<Snapshots[Kind] | undefined>;
  /**
   * Keep a snapshot, and let go of those that were not used for longest when there are too many
   * bytes.
   *
   * @returns whether it was kept.
   */
  write<Kind extends SnapshotKind>(
    kind: Kind,
    key: string,
    snapshot: Snapshots[Kind],
  ): Promise<boolean>;
  /** Forget one that was refused. */
  remove(kind: SnapshotKind, key: string): Promise<void>;
}

/**
 * Keeps files of the runtime for times without a network; the browser's own cache has limits for
 * each file, and forgets. Like {@link SnapshotStore} it never rejects.
 */
export interface FileStore {
  /** @param url The file's address. */
  read(url: string): Promise<SharedBlob | undefined>;
  /** @param files By address; others of the same kind are let go of. */
  write(files: ReadonlyMap<string, SharedBlob>): Promise<void>;
}

/** What a visitor of a site is continued from. */
export interface SavedVisitor {
  readonly cookies: readonly Cookie[];
  /** Path, query and fragment of the page that was shown. */
  readonly address?: string;
  /** What scripts kept, where that is anything. */
  readonly storages?: Storages;
}

/** A site as it is continued on a later visit: what it would not have by itself. */
export interface SavedSite extends SavedVisitor {
  /** What Django wrote: database, media, migrations. */
  readonly written: readonly StoredFile[];
  /** Those beside the first, where there are more. */
  readonly visitors?: readonly SavedVisitor[];
  /** The management commands that it has run without a failure, in their order. */
  readonly ran?: readonly string[];
}

/** What a reader made of the author's files. A file that was renamed is removed and created. */
export interface SavedFiles {
  /** The texts that the reader changed or created, as they are now, by path. */
  readonly edits: Readonly<Record<string, string>>;
  /** Files that are no text, created or replaced. */
  readonly bytes?: readonly StoredFile[];
  /** Paths of the author's files that are gone. */
  readonly removed?: readonly string[];
  /** All paths, where their order is not the author's with new ones at the end. */
  readonly order?: readonly string[];
}

/** What a reader did to a playground, kept over reloads where the author asked for it. */
export interface SavedState extends SavedFiles, SavedSite {
  /** Names the author's files that the reader saw; a changed page has another version. */
  readonly version: string;
  /** When it was last written, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** Keeps what readers did. Like {@link SnapshotStore} it never rejects or hangs. */
export interface StateStore {
  /** @param key Names the playground: the page's address and the element. */
  read(key: string): Promise<SavedState | undefined>;
  /** @returns whether it was kept. */
  write(key: string, state: SavedState): Promise<boolean>;
  remove(key: string): Promise<void>;
}
