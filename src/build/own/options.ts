import {resolve} from 'node:path';
import {parseArgs} from 'node:util';

/** What a runtime of one's own is to be. */
export interface Options {
  /** Django's series; the package's default where it is not said. */
  readonly django: string | undefined;
  /** Names of packages, wheels, folders of source trees, `debian:` and names of Debian's. */
  readonly packages: readonly string[];
  /** Absolute path of the folder that it goes to. */
  readonly out: string;
}

export const USAGE = `django-playground build --out <folder> [--django <series>] [--with <package>]…

Makes a playground that a site serves itself, with packages in it.

  --out     the folder to make; what is in it is replaced
  --django  Django's series, e.g. 6.1
  --with    a package: its name as for pip, the path of a wheel, or of a folder with its sources;
            or debian: and the name of Debian's package of it; again for each
`;

/**
 * @returns nothing where help is wanted.
 * @throws Error that says what is wrong with the arguments.
 */
export function parseOptions(args: readonly string[]): Options | undefined {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      django: {type: 'string'},
      with: {type: 'string', multiple: true, default: []},
      out: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
  });
  if (values.help) return undefined;
  const [command] = positionals;
  if (command !== 'build' || positionals.length > 1) {
    throw new Error(
      `“${positionals.join(' ')}” is no command; the only one is “build”.\n\n${USAGE}`,
    );
  }
  if (!values.out) throw new Error(`--out is missing: the folder to make.\n\n${USAGE}`);
  return {django: values.django, packages: values.with, out: resolve(values.out)};
}
