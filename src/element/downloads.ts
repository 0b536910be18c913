import type {OnProgress} from '../runtime/index.js';

interface Count {
  readonly loaded: number;
  readonly total: number;
}

const NOTHING: Count = {loaded: 0, total: 0};

/** Downloads of two kinds that go on side by side, told as one. */
export class Downloads {
  readonly #tell: OnProgress;
  #runtime = NOTHING;
  #packages = NOTHING;

  constructor(tell: OnProgress) {
    this.#tell = tell;
  }

  /** Of the runtime, and whatever comes after downloads. */
  readonly onRuntime: OnProgress = progress => {
    const {stage, loaded, total} = progress;
    if (stage !== 'download' || loaded === undefined || total === undefined) {
      this.#tell(progress);
      return;
    }
    this.#runtime = {loaded, total};
    this.#add();
  };

  readonly onPackages = (loaded: number, total: number): void => {
    this.#packages = {loaded, total};
    this.#add();
  };

  /** Forget what an earlier start has loaded. */
  begin(): void {
    this.#runtime = NOTHING;
    this.#packages = NOTHING;
  }

  #add(): void {
    const [one, other] = [this.#runtime, this.#packages];
    this.#tell({
      stage: 'download',
      loaded: one.loaded + other.loaded,
      total: one.total + other.total,
    });
  }
}
