import type {Raised} from '../protocol/code.js';

/** What to do about a module that is not there, where a package may bring it. */
export function missingModule({type, message}: Raised): string | undefined {
  const [, name] = /^No module named '([^']+)'/.exec(message) ?? [];
  if (type !== 'ModuleNotFoundError' || name === undefined) return undefined;
  return (
    `There is no module ${name}, neither in the project nor in its packages. Where a package brings ` +
    'it, name that in the requirements.'
  );
}
