import type {Rendered} from '../../protocol/rendering.js';
import {failureOf} from './failure.js';
import type {ModuleRegistry} from './module-registry.js';

interface Call {
  readonly path: string;
  readonly name: string;
  /** JSON. */
  readonly props: string;
}

/** What became of a call, with the promise itself where it returned one. */
export type Outcome = Exclude<Rendered, {promise: number}> | {readonly waiting: Promise<unknown>};

/** Calls what a module exports. */
export function render(registry: ModuleRegistry, {path, name, props}: Call): Outcome {
  if (!registry.has(path)) return {unknown: true};
  try {
    const exported = registry.run(path);
    const call = exported[name];
    if (typeof call !== 'function') {
      const functions = Object.keys(exported).filter(key => typeof exported[key] === 'function');
      return {functions};
    }
    const value: unknown = (call as (given: unknown) => unknown)(JSON.parse(props));
    if (typeof value === 'string') return {html: value};
    if (isPromise(value)) return {waiting: Promise.resolve(value)};
    return {returned: value === null ? 'null' : typeof value};
  } catch (error) {
    return {error: failureOf(error, registry)};
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null)?.then === 'function';
}
