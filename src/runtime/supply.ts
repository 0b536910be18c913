import type {Packages} from '../protocol/packages.js';
import type {Rendering} from '../protocol/rendering.js';
import type {Interpreter} from './interpreter.js';

/** What a project has beside its files and the runtime. */
export interface Supplies {
  readonly packages?: Packages | undefined;
  /** Its JavaScript, where Django renders with it. */
  readonly rendering?: Rendering | undefined;
}

/** Have at hand what the project needs that is loaded or resumed next. */
export async function supply(
  interpreter: Interpreter,
  {packages, rendering}: Supplies,
): Promise<void> {
  if (packages) await interpreter.ask('mount', {images: packages.images});
  if (rendering) await interpreter.ask('evaluate', rendering);
}
