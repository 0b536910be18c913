/**
 * Runs a project's modules beside Python, in its thread. Its text comes to the interpreter with the
 * first project that has some.
 */
import {
  RENDERER,
  type Renderer,
  type RendererHost,
  type ServerModule,
} from '../../protocol/rendering.js';
import {failureOf} from './failure.js';
import {ModuleRegistry} from './module-registry.js';
import {render, type Outcome} from './render.js';

async function startRenderer(
  modules: readonly ServerModule[],
  host: RendererHost,
): Promise<Renderer> {
  // Some engines keep ten places, and what a library calls on its way is a good part of a stack.
  Object.assign(Error, {stackTraceLimit: 50});
  const registry = new ModuleRegistry(host);
  await Promise.all(modules.map(module => registry.add(module)));
  const promises = new Map<number, Promise<unknown>>();
  let count = 0;

  const answer = (outcome: Outcome): string => {
    if (!('waiting' in outcome)) return JSON.stringify(outcome);
    const {waiting} = outcome;
    // Nobody may ever ask for it.
    waiting.catch(() => {});
    promises.set(++count, waiting);
    return JSON.stringify({promise: count});
  };
  return {
    render: (path, name, props) => answer(render(registry, {path, name, props})),
    async settle(number) {
      const promise = promises.get(number);
      promises.delete(number);
      try {
        const value = await promise;
        return answer(typeof value === 'string' ? {html: value} : {returned: typeof value});
      } catch (error) {
        return answer({error: failureOf(error, registry)});
      }
    },
  };
}

Object.assign(globalThis, {[RENDERER]: startRenderer});
