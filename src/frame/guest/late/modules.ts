import {GUEST_IMPORT, type LateModule, type ModuleAnswer} from '../../../protocol/frame-assets.js';
import {defineProperty} from '../natives.js';
import {ask} from './ask.js';
import {createObjectURL} from './natives.js';

const {Blob} = globalThis;

/** Modules that the document has got, by their absolute URLs. */
const modules = new Map<string, string>();

/** Gives scripts, as they were rewritten, what they import by an address that only they know. */
export function watchImports(): void {
  defineProperty(globalThis, GUEST_IMPORT, {value: importLate});
}

async function importLate(base: string, specifier: unknown): Promise<unknown> {
  const text = String(specifier);
  const url = await moduleUrl(text, base);
  if (url === null) throw new TypeError(`The module ${text} cannot be had.`);
  return import(/* @vite-ignore */ url);
}

/**
 * What a module can be imported by.
 *
 * @returns `null` where it cannot be had.
 */
export async function moduleUrl(specifier: string, base: string): Promise<string | null> {
  const answer = (await ask({kind: 'module', specifier, base})) as ModuleAnswer | null;
  if (answer === null) return null;
  for (const module of answer.modules) {
    if (!modules.has(module.url)) modules.set(module.url, make(module));
  }
  return modules.get(answer.entry) ?? answer.entry;
}

/** The address of a file that imports a module, for where an import map does not count. */
export async function moduleFile(url: string): Promise<string | null> {
  const address = await moduleUrl(url, url);
  return address && script(`import ${JSON.stringify(address)};`);
}

function make(module: LateModule): string {
  if (module.parts === null) return module.dataUrl;
  const {parts} = module;
  return script(parts.map((part, i) => (i % 2 ? (modules.get(part) ?? part) : part)).join(''));
}

function script(text: string): string {
  return createObjectURL(new Blob([text], {type: 'text/javascript'}));
}
