/** The tests that pass under CPython and are known not to in the runtime, by what they need. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

export interface Group {
  /** What the tests need, e.g. `processes`. */
  readonly name: string;
  /** Why it cannot be had, or why it is not there. */
  readonly reason: string;
  /** Tests, or classes and modules all of whose tests are meant. */
  readonly tests: readonly string[];
  /** Whether they pass at times, e.g. where nothing else keeps the machine busy. */
  readonly sometimes?: boolean;
}

/** The list, in a form that can be asked. */
export class Differences {
  readonly groups: readonly Group[];
  readonly #groupOf: ReadonlyMap<string, Group>;

  constructor(groups: readonly Group[]) {
    this.groups = groups;
    this.#groupOf = new Map(
      groups.flatMap(group => group.tests.map(name => [name, group] as const)),
    );
  }

  static async read(): Promise<Differences> {
    const path = join(import.meta.dirname, 'differences.json');
    return new Differences(JSON.parse(await readFile(path, 'utf8')) as Group[]);
  }

  /** The group that a test belongs to. */
  find(id: string): Group | undefined {
    for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
      const group = this.#groupOf.get(name);
      if (group) return group;
    }
    return undefined;
  }
}
