import {PlaygroundError} from '../protocol/failure.js';
import type {Patch, ProjectFile} from '../protocol/project.js';
import {badExtends, pageName, parseAddress} from './address.js';
import {patched} from './patch.js';
import {commandsOf} from './prose.js';

/** What a step has of the steps before it, where its author does not say it again. */
const INHERITED = ['django', 'superuser', 'requirements', 'bare', 'path'] as const;

export type StepAttributes = Readonly<Partial<Record<(typeof INHERITED)[number], string>>>;

/** A step of a chain, as its author wrote it. */
export interface Step {
  readonly element: Element;
  /** Absolute URL of its page, without fragment. */
  readonly page: string;
  /** Whether it is in the page that is shown. */
  readonly isHere: boolean;
  /** What it makes of the files of the step before. */
  readonly patch: Patch;
  /** All files that it has. */
  readonly files: readonly ProjectFile[];
  readonly attributes: StepAttributes;
  /** The commands in its prose, as they are written. */
  readonly commands: readonly string[];
}

export interface StepSources {
  /** The page at an address, parsed. */
  loadPage(url: string): Promise<LoadedPage>;
  /**
   * What an element's children are. Those of a first step are all added.
   *
   * @param base What addresses in it are relative to.
   */
  readPatch(element: Element, isFirst: boolean, base: string): Promise<Patch>;
}

export interface LoadedPage {
  /** Where it was found, which may be another address than was asked for. */
  readonly url: string;
  readonly document: Document;
}

interface Place {
  readonly element: Element;
  readonly page: string;
  readonly isHere: boolean;
}

/**
 * The steps that lead to an element, the first one first and its own last.
 *
 * @throws PlaygroundError `bad-extends` or `step-unavailable`, or what reading the files fails with.
 */
export async function resolveSteps(element: Element, sources: StepSources): Promise<Step[]> {
  const places = await findPlaces(element, sources);
  // What is loaded for one step need not wait for the others.
  const patches = await Promise.all(
    places.map((place, index) => sources.readPatch(place.element, index === 0, baseOf(place))),
  );
  const steps: Step[] = [];
  for (const [index, place] of places.entries()) {
    const patch = patches[index] ?? {files: [], removed: []};
    const before = steps.at(-1);
    steps.push({
      ...place,
      patch,
      files: before ? patched(before.files, patch) : patch.files,
      attributes: {...before?.attributes, ...attributesOf(place.element)},
      commands: commandsOf(place.element),
    });
  }
  return steps;
}

async function findPlaces(element: Element, sources: StepSources): Promise<Place[]> {
  const places: Place[] = [{element, page: withoutFragment(location.href), isHere: true}];
  const seen = new Set([element]);
  for (;;) {
    const [place] = places as [Place];
    const written = place.element.getAttribute('extends');
    if (written === null) return places;
    const before = await findStep(place, written, sources);
    if (seen.has(before.element)) {
      throw badExtends(
        `extends="${written}" leads in a circle: each step builds on another one, and none is ` +
          'the first. Let the first step have no extends.',
      );
    }
    seen.add(before.element);
    places.unshift(before);
  }
}

async function findStep(place: Place, written: string, sources: StepSources): Promise<Place> {
  const address = parseAddress(written, place.page);
  const root = place.element.getRootNode() as Document | ShadowRoot;
  const [page, isHere] = await pageOf(place, address.page, sources);
  const roots = page === undefined ? [root, place.element.ownerDocument] : [page.document];
  const found = roots.map(each => each.getElementById(address.id)).find(Boolean);
  const where = page === undefined ? 'in its page' : `in ${page.url}`;
  const name = place.element.localName;
  if (!found) {
    throw badExtends(
      `extends="${written}" names a step that is not there: nothing ${where} has the id ` +
        `“${address.id}”. Give the <${name}> of that step this id.`,
    );
  }
  if (found.localName !== name) {
    throw badExtends(
      `extends="${written}" names a <${found.localName}>. Name the id of the <${name}> that this ` +
        'step builds on.',
    );
  }
  return {element: found, page: page?.url ?? place.page, isHere};
}

/** The page that a step is in, where it is not that of the step after it. */
async function pageOf(
  place: Place,
  url: string | undefined,
  sources: StepSources,
): Promise<[LoadedPage | undefined, boolean]> {
  if (url === undefined) return [undefined, place.isHere];
  const here = withoutFragment(location.href);
  // A page may come back to the one that is shown.
  if (pageName(url) === pageName(here)) return [{url: here, document}, true];
  return [await sources.loadPage(url), false];
}

/** A page that is parsed has its own address; one that is shown may have a `<base>`. */
function baseOf({element, page, isHere}: Place): string {
  return isHere || element.ownerDocument.querySelector('base') ? element.baseURI : page;
}

function attributesOf(element: Element): StepAttributes {
  return Object.fromEntries(
    INHERITED.flatMap(name => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** A page of a chain that cannot be had. */
export function unavailable(url: string, reason: string, cause?: unknown): PlaygroundError {
  return new PlaygroundError(
    {
      code: 'step-unavailable',
      message:
        `The page with an earlier step of this project, ${url}, could not be loaded: ${reason}. ` +
        'Check the connection and the address in extends, and press Run to try again.',
    },
    {cause},
  );
}
