import type {StoredFile} from '../protocol/project.js';
import type {ServerModule} from '../protocol/rendering.js';
import {toFunction} from './to-function.js';

/** What a module's file ends with. */
const MODULE = /\.m?js$/;

/** The modules of the last project, by their text: an edit changes few of them. */
let known: ReadonlyMap<string, Omit<ServerModule, 'path'>> = new Map();

/** The modules of a project, ready to be run beside Python. */
export function prepareModules(files: readonly StoredFile[]): ServerModule[] {
  const now = new Map<string, Omit<ServerModule, 'path'>>();
  const modules = files
    .filter(({path}) => MODULE.test(path))
    .map(({path, content}) => {
      const text = new TextDecoder().decode(content);
      const made = known.get(text) ?? toServerModule(text);
      now.set(text, made);
      return Object.assign({path}, made);
    });
  known = now;
  return modules;
}

/** What is no module is an error once it is used: a project may have other scripts, too. */
function toServerModule(text: string): Omit<ServerModule, 'path'> {
  try {
    return {code: toFunction(text)};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const {loc} = error as SyntaxError & {loc?: {line: number}};
    // The parser ends its message with the place.
    const message = error.message.replace(/ \(\d+:\d+\)$/, '');
    return {code: '', error: {message, line: loc?.line ?? 1}};
  }
}
