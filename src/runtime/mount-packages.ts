import type {Packages} from '../protocol/packages.js';
import type {Interpreter} from './interpreter.js';

/** Have packages at hand for the project that is loaded next. */
export async function mountPackages(
  interpreter: Interpreter,
  packages: Packages | undefined,
): Promise<void> {
  if (packages) await interpreter.ask('mount', {images: packages.images});
}
