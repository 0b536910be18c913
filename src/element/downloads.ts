import type {Progress} from '../protocol/stage.js';
import type {OnProgress} from '../runtime/index.js';

/** Downloads of runtime and packages, which go on side by side and are told one after the other. */
export class Downloads {
  readonly #tell: OnProgress;
  #isRuntimeLoading = false;
  /** How far the packages are; nothing where none are on their way. */
  #packages: Progress | undefined;

  constructor(tell: OnProgress) {
    this.#tell = tell;
  }

  /** Of the runtime, and whatever comes after downloads. */
  readonly onRuntime: OnProgress = progress => {
    const {stage, loaded = 0, total = 0} = progress;
    const wasLoading = this.#isRuntimeLoading;
    this.#isRuntimeLoading = stage === 'download' && loaded < total;
    const isOver = wasLoading && !this.#isRuntimeLoading;
    this.#tell(isOver && this.#packages ? this.#packages : progress);
  };

  readonly onPackages = (loaded: number, total: number): void => {
    this.#packages = {stage: 'packages', loaded, total};
    if (!this.#isRuntimeLoading) this.#tell(this.#packages);
  };

  /** Packages are on their way until the promise settles. */
  async expect(packages: Promise<unknown>): Promise<void> {
    this.#packages = {stage: 'packages'};
    await packages.catch(() => {
      // Whoever waits for them is told.
    });
    this.#packages = undefined;
  }
}
