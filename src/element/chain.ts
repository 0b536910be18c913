import {loadPage, resolveSteps, type LoadedPage, type Step} from '../chain/index.js';
import {checkFiles, readPatch} from '../project/index.js';
import type {Patch, ProjectFile} from '../protocol/project.js';
import {toPlayground} from './parts.js';
import type {SiteAttributes} from './site-attributes.js';

/** The steps that lead to each playground that extends another one. */
const chains = new WeakMap<Element, readonly Step[]>();

/** Pages of earlier steps, which the steps of a page have in common. */
const pages = new Map<string, Promise<LoadedPage>>();

/** The steps that lead to a playground, its own last; none where it extends no other. */
export function stepsOf(playground: Element): readonly Step[] {
  return chains.get(playground) ?? [];
}

/**
 * The files of a playground that extends another one. It takes over what its author does not say
 * again, and keeps what its reader does, as do the steps before it in its page.
 *
 * @throws PlaygroundError `bad-extends`, `step-unavailable`, or any for an author's markup.
 */
export async function readStep(
  host: SiteAttributes & {path: string},
  signal: AbortSignal,
): Promise<readonly ProjectFile[]> {
  const steps = await resolveSteps(host, {
    loadPage: loadOnce,
    readPatch: (element, isFirst, base) => patchOf(element, isFirst, {base, signal}),
  });
  signal.throwIfAborted();
  chains.set(host, steps);
  for (const {element, isHere} of steps) {
    if (isHere && element.localName === host.localName) (element as SiteAttributes).persist = true;
  }
  inherit(host, steps);
  warnAboutKeeping(steps);
  return checkFiles(steps.at(-1)?.files ?? []);
}

async function patchOf(
  element: Element,
  isFirst: boolean,
  options: {base: string; signal: AbortSignal},
): Promise<Patch> {
  const project = isFirst ? toPlayground(element)?.parts.project : undefined;
  if (!project) return readPatch(element, options);
  // Its files may come from a script.
  await project.load();
  return {files: project.original, removed: []};
}

/** One that could not be loaded is tried again. */
function loadOnce(url: string): Promise<LoadedPage> {
  const known = pages.get(url);
  if (known) return known;
  const loading = loadPage(url);
  pages.set(url, loading);
  loading.catch(() => pages.delete(url));
  return loading;
}

function inherit(host: SiteAttributes & {path: string}, steps: readonly Step[]): void {
  const {django, superuser, requirements, bare, path} = steps.at(-1)?.attributes ?? {};
  host.django ??= django ?? null;
  host.superuser ??= superuser ?? null;
  host.requirements ??= requirements ?? null;
  host.bare ||= bare !== undefined;
  if (path !== undefined && host.path === '/') host.path = path;
}

/** Of a first step in another page nothing is there to carry, where that page keeps nothing. */
function warnAboutKeeping(steps: readonly Step[]): void {
  const [first] = steps;
  if (!first || first.isHere || first.element.hasAttribute('persist')) return;
  console.warn(
    `What readers do in #${first.element.id} of ${first.page} is not carried to the steps that ` +
      'extend it, as it is not kept. Give that playground the attribute persist.',
  );
}
