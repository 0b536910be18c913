/** The element as a reader sees it: what one does to it, and how long until that is painted. */
import type {DjangoPlayground} from '../../../src/index.js';
import type {Notebook} from './notebook.js';
import {painted} from './painted.js';

const MEASURE = 'django-playground:';

/** When a page came, in milliseconds since its cause. */
export interface Arrival {
  /** Its document is in the frame. */
  readonly shown: number;
  /** The first frame with it has ended. */
  readonly drawn: number;
  /** A second frame has begun. */
  readonly painted: number;
  /** Django's own time for the document. */
  readonly django: number;
}

/** The playgrounds of the page, once the element is defined and the page has loaded. */
export async function playgrounds(): Promise<readonly DjangoPlayground[]> {
  await customElements.whenDefined('django-playground');
  if (document.readyState !== 'complete') {
    await new Promise(resolve => addEventListener('load', resolve, {once: true}));
  }
  return [...document.querySelectorAll<DjangoPlayground>('django-playground')];
}

/** How long it takes from a cause to the page that comes of it. */
export async function arrival(
  playground: DjangoPlayground,
  cause: () => unknown,
): Promise<Arrival> {
  const start = performance.now();
  const response = new Promise<{shown: number; status: number; django: number}>(
    (resolve, reject) => {
      playground.addEventListener(
        'django-playground-response',
        ({status, duration}) =>
          resolve({shown: performance.now() - start, status, django: duration}),
        {once: true},
      );
      playground.addEventListener('django-playground-error', ({error}) => reject(error), {
        once: true,
      });
    },
  );
  const [{shown, status, django}] = await Promise.all([response, cause()]);
  if (status !== 200) throw new Error(`The site answered ${status}.`);
  const {frame, certain} = await painted();
  return {shown, drawn: frame - start, painted: certain - start, django};
}

/** Run it and note the arrival, the stages of the way and the phases that the runtime tells of. */
export async function noteRun(
  notebook: Notebook,
  name: string,
  playground: DjangoPlayground,
): Promise<void> {
  const since = performance.now();
  const stages: {stage: string; at: number}[] = [];
  const onProgress = ({progress}: HTMLElementEventMap['django-playground-progress']): void => {
    if (stages.at(-1)?.stage !== progress.stage) {
      stages.push({stage: progress.stage, at: performance.now()});
    }
  };
  playground.addEventListener('django-playground-progress', onProgress);
  try {
    const {shown, painted: total, django} = await arrival(playground, () => playground.run());
    notebook.note(name, total);
    notebook.note(`${name} · Django’s own time`, django);
    stages.forEach(({stage, at}, index) => {
      const next = stages[index + 1]?.at ?? since + shown;
      notebook.note(`${name} · stage ${stage}`, next - at);
    });
    // Python itself tells of it.
    const setup = stages.find(({stage}) => stage === 'setup');
    if (setup) notebook.note(`${name} · to Python’s first line`, setup.at - since);
    notePhases(notebook, name, since);
  } finally {
    playground.removeEventListener('django-playground-progress', onProgress);
  }
}

/** Note what the runtime has measured itself since a moment, where it tells. */
export function notePhases(notebook: Notebook, name: string, since: number): void {
  for (const entry of performance.getEntriesByType('measure')) {
    // An entry's start is reckoned back from its end, and may lie a little before the cause.
    if (!entry.name.startsWith(MEASURE) || entry.startTime + entry.duration < since) continue;
    const what = entry.name.slice(MEASURE.length);
    notebook.note(`${name} · ${what}`, entry.duration);
    const {detail} = entry as PerformanceMeasure;
    for (const [phase, time] of Object.entries((detail ?? {}) as Record<string, unknown>)) {
      if (typeof time === 'number') notebook.note(`${name} · ${what}: ${phase}`, time);
    }
  }
}

/** What a script of the site's own, here in every page of the polls, clicks when it is told to. */
export const CLICKER = `<script>
  addEventListener('message', ({data}) => {
    if (typeof data?.benchmarkClick !== 'string') return;
    const link = document.createElement('a');
    link.href = data.benchmarkClick;
    document.body.append(link);
    link.click();
  });
</script>`;

/** Have a link of the page that is shown clicked; it must contain {@link CLICKER}. */
export function click(playground: DjangoPlayground, path: string): void {
  const frames = playground.shadowRoot?.querySelectorAll('iframe') ?? [];
  for (const {contentWindow} of frames) contentWindow?.postMessage({benchmarkClick: path}, '*');
}

/** Replace a text in a file, as a reader does who edits it. */
export function edit(
  playground: DjangoPlayground,
  path: string,
  before: RegExp | string,
  after: string,
): void {
  let isFound = false;
  playground.files = playground.files.map(file => {
    if (file.path !== path) return file;
    const content = String(file.content).replace(before, after);
    isFound = content !== file.content;
    return {...file, content};
  });
  if (!isFound) throw new Error(`There was nothing to edit in ${path}.`);
}
