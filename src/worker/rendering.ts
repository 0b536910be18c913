import {
  RENDERER,
  type RendererHost,
  type Rendering,
  type StartRenderer,
} from '../protocol/rendering.js';
import {importText} from './import-text.js';
import {offerAlso} from './memory/references.js';

/**
 * Have Python find the functions that render with a project's JavaScript.
 *
 * @param root The project's folder, with a `/` at its end.
 */
export async function offerRendering(
  {renderer, modules}: Rendering,
  root: string,
  output: RendererHost['output'],
): Promise<void> {
  await importText(renderer);
  const start = (globalThis as unknown as Record<string, StartRenderer>)[RENDERER];
  if (start) offerAlso({...(await start(modules, {root, import: importText, output}))});
}
