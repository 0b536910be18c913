import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {CommandError, run} from '../command.js';

/** One version of a Debian package, e.g. `3:5.2.17-2`. */
export interface Candidate {
  readonly name: string;
  readonly version: string;
}

/** apt with lists, cache and sources of its own; the system's are neither read nor changed. */
export class Apt {
  readonly #mirror: string;
  readonly #folder: string;
  readonly #suites: string[] = [];

  private constructor(mirror: string, folder: string) {
    this.#mirror = mirror;
    this.#folder = folder;
  }

  /**
   * @param folder An empty one for lists and cache.
   * @throws Error when this machine has no apt or no Debian mirror.
   */
  static async forThisMachine(folder: string): Promise<Apt> {
    await mkdir(join(folder, 'lists', 'partial'), {recursive: true});
    await mkdir(join(folder, 'cache', 'archives', 'partial'), {recursive: true});
    return new Apt(await findMirror(), folder);
  }

  /** Read one more suite's list of packages. */
  async addSuite(suite: string): Promise<void> {
    const suites = [...this.#suites, suite];
    const lines = suites.map(name => `deb ${this.#mirror} ${name} main\n`);
    await writeFile(join(this.#folder, 'sources.list'), lines.join(''));
    await this.#run('apt-get', ['update']);
    this.#suites.push(suite);
  }

  /** All versions of a package in the suites read so far, the newest first. */
  async versions(name: string): Promise<Candidate[]> {
    // One line for each version: `name | version | where`.
    const table = await this.#run('apt-cache', ['madison', name]);
    return table
      .split('\n')
      .map(line => line.split('|').map(cell => cell.trim()))
      .flatMap(([, version]) => (version ? [{name, version}] : []));
  }

  /** The newest version of each of these that the suites have. */
  async newest(names: readonly string[]): Promise<Candidate[]> {
    const table = await this.#run('apt-cache', ['madison', ...names]);
    const found = new Map<string, Candidate>();
    for (const line of table.split('\n')) {
      const [name, version] = line.split('|').map(cell => cell.trim());
      if (name && version && !found.has(name)) found.set(name, {name, version});
    }
    return [...found.values()];
  }

  /** What these cannot do without, and what that cannot, by name: asked once, since apt takes long. */
  async needs(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const kinds = ['--no-recommends', '--no-suggests', '--no-conflicts', '--no-breaks'];
    const options = ['--recurse', ...kinds, '--no-replaces', '--no-enhances'];
    const list = await this.#run('apt-cache', ['depends', ...options, ...names]);
    const needs = new Map<string, string[]>();
    let current: string[] = [];
    for (const line of list.split('\n')) {
      const [, need] = /^ {1,2}\|?(?:Pre)?Depends: ([\w.+-]+)/.exec(line) ?? [];
      if (need !== undefined) current.push(need);
      else if (/^\w/.test(line)) needs.set(line.trim(), (current = []));
    }
    return needs;
  }

  /** Download packages into a folder; apt compares them with the signed list. */
  async download(candidates: readonly Candidate[], folder: string): Promise<void> {
    const names = candidates.map(({name, version}) => `${name}=${version}`);
    await this.#run('apt-get', ['download', ...names], folder);
  }

  async #run(program: string, args: readonly string[], cwd = this.#folder): Promise<string> {
    const options = {
      'Dir::Etc::SourceList': join(this.#folder, 'sources.list'),
      'Dir::Etc::SourceParts': '-',
      'Dir::Etc::Preferences': '-',
      'Dir::Etc::PreferencesParts': '-',
      'Dir::State::Lists': join(this.#folder, 'lists'),
      'Dir::Cache': join(this.#folder, 'cache'),
      'Acquire::Languages': 'none',
      // A frozen mirror serves lists past their date. They are signed all the same.
      'Acquire::Check-Valid-Until': 'false',
      // apt would hand downloads to a user who may not write into a private folder.
      'APT::Sandbox::User': 'root',
    };
    const settings = Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
    return attempt(program, [...settings, '--quiet', ...args], cwd);
  }
}

/** The mirror this machine itself uses; apt reads its sources, whatever form they have. */
async function findMirror(): Promise<string> {
  const format = ['--format', '$(REPO_URI) $(COMPONENT)', 'Created-By: Packages'];
  const targets = await attempt('apt-get', ['indextargets', ...format]);
  const mirrors = targets
    .split('\n')
    .map(line => line.split(' '))
    .flatMap(([uri, component]) => (uri && component === 'main' ? [uri] : []));
  const mirror = mirrors.find(uri => /\/debian\/?$/.test(uri));
  if (!mirror) throw new Error('no Debian mirror is among the sources of apt on this machine');
  return mirror;
}

async function attempt(program: string, args: readonly string[], cwd?: string): Promise<string> {
  try {
    return await run(program, args, cwd === undefined ? {} : {cwd});
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const complaint = error.output.split('\n').find(line => line.startsWith('E: '));
    throw new Error(complaint?.slice('E: '.length) ?? error.message, {cause: error});
  }
}
