/** A reader whose site is run the way others do it. */
import {ask, Notebook} from './notebook.js';
import {painted} from './painted.js';
import type {Transfer} from './report.js';
import type {ReferenceProject} from '../polls.js';
import type {SourceArchives} from '../server/source-archives.js';
import {keepTarball, readTarball} from './tarball-store.js';

/** Question to the reference's worker. */
export interface ReferenceTask {
  /** What runs the project: Python. */
  readonly program: string;
  readonly project: ReferenceProject;
  readonly path: string;
  /** Addresses of archives to fetch and unpack … */
  readonly wheels: readonly string[];
  /** … or one archive that the page had kept. */
  readonly tarball?: Uint8Array<ArrayBuffer>;
}

/** The worker's answer. */
export interface ReferenceAnswer {
  readonly html: string;
  /** Milliseconds. */
  readonly phases: Readonly<Record<string, number>>;
  readonly error?: string;
}

/** What the page is told by the process that made it. */
export interface ReferenceSetup extends SourceArchives {
  readonly kind: 'install' | 'files';
  readonly program: string;
  readonly project: ReferenceProject;
  readonly path: string;
}

const setup = JSON.parse(document.querySelector('#setup')?.textContent ?? '') as ReferenceSetup;
const notebook = new Notebook();
await notebook.attempt(setup.kind, () => run(setup));
if (setup.kind === 'install') {
  await notebook.attempt('keeping the tarball', () => keepTarball(`/sources/${setup.tarball}`));
}
await ask({kind: 'quiet'});
await notebook.close();

async function run({kind, program, project, path, wheels}: ReferenceSetup): Promise<void> {
  await ask({kind: 'quiet'});
  await ask({kind: 'bytes'});
  const start = performance.now();
  const worker = new Worker('/scripts/reference-worker.js', {type: 'module'});
  const task: ReferenceTask = {
    program,
    project,
    path,
    wheels: wheels.map(name => `/sources/${name}`),
    ...(kind === 'files' && {tarball: await readTarball()}),
  };
  const reading = performance.now() - start;
  const {html, phases, error} = await answerOf(worker, task);
  if (error !== undefined) throw new Error(error);
  await show(html);
  notebook.note(kind, performance.now() - start);
  if (kind === 'files') notebook.note(`${kind} · reading IndexedDB`, reading);
  for (const [phase, time] of Object.entries(phases)) notebook.note(`${kind} · ${phase}`, time);
  notebook.note(`bytes of ${kind}`, (await ask<Transfer>({kind: 'bytes'})).brotli);
}

function answerOf(worker: Worker, task: ReferenceTask): Promise<ReferenceAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({data}) => resolve(data as ReferenceAnswer));
    worker.addEventListener('error', ({message}) => reject(new Error(message)));
    worker.postMessage(task);
  });
}

async function show(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = html;
  const loaded = new Promise(resolve => frame.addEventListener('load', resolve, {once: true}));
  document.body.append(frame);
  await loaded;
  await painted();
}
