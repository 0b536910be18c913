import {sizeOfAnswers} from '../protocol/frame-caches.js';
import type {SavedState, StateStore} from '../protocol/storage.js';
import type {Database} from './database.js';
import type {Patience} from './patience.js';
import {writeOrMakeRoom} from './room.js';
import {isSavedState} from './shapes.js';
import {filesSize, filesToStored} from './snapshot-bytes.js';
import {StorageFailure, troubleOf, type Tell} from './trouble.js';

/** Most bytes of one state. */
const LIMIT = 20 * 1024 * 1024;

export interface StateOptions {
  readonly patience: Patience;
  readonly tell: Tell;
}

/** States in the database. They are readers' work: none of them makes room for anything else. */
export class IndexedStates implements StateStore {
  readonly #database: Database;
  readonly #options: StateOptions;

  constructor(database: Database, options: StateOptions) {
    this.#database = database;
    this.#options = options;
  }

  async read(key: string): Promise<SavedState | undefined> {
    const {patience, tell} = this.#options;
    try {
      const state = await this.#database.transact(
        {stores: ['states'], mode: 'readonly', milliseconds: patience.read},
        ({store}) => store.get(key),
      );
      if (state !== undefined && !isSavedState(state)) throw new StorageFailure('damaged');
      return state;
    } catch (error) {
      tell(error, 'not-saved');
      if (troubleOf(error) === 'damaged') await this.remove(key);
      return undefined;
    }
  }

  async write(key: string, state: SavedState): Promise<boolean> {
    const {patience, tell} = this.#options;
    const bytes = stateSize(state);
    try {
      if (bytes > LIMIT) throw new StorageFailure('too-large');
      const stored = {
        ...state,
        ...(state.bytes && {bytes: filesToStored(state.bytes)}),
        written: filesToStored(state.written),
      };
      await writeOrMakeRoom(this.#database, bytes, patience.write, async () => {
        await this.#database.transact(
          {stores: ['states'], mode: 'readwrite', milliseconds: patience.write},
          async transaction => {
            const put = transaction.store.put(stored, key);
            // The page may be on its way out, and then waits for no answer.
            transaction.commit();
            await put;
          },
        );
      });
      return true;
    } catch (error) {
      tell(error, 'not-saved');
      return false;
    }
  }

  async remove(key: string): Promise<void> {
    const {patience, tell} = this.#options;
    try {
      await this.#database.transact(
        {stores: ['states'], mode: 'readwrite', milliseconds: patience.write},
        ({store}) => store.delete(key),
      );
    } catch (error) {
      tell(error, 'not-saved');
    }
  }
}

/** In bytes, near enough. */
function stateSize({edits, bytes = [], written, storages, visitors = []}: SavedState): number {
  const texts = textSize(Object.values(edits));
  const kept = [storages, ...visitors.map(visitor => visitor.storages)];
  const caches = kept.flatMap(visitor => visitor?.caches ?? []);
  const answers = sizeOfAnswers(caches.flatMap(cache => cache.answers));
  const files = filesSize(bytes) + filesSize(written);
  return texts + files + textSize(kept.flatMap(itemsOf)) + answers;
}

function itemsOf(storages: SavedState['storages']): readonly string[] {
  return storages ? [storages.local, storages.session].flat(2) : [];
}

function textSize(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
