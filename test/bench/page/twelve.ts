/** A long page: twelve elements, run one after the other, and then touched again. */
import type {DjangoPlayground} from '../../../src/index.js';
import {ask, Notebook} from './notebook.js';
import {playgrounds} from './playground.js';
import type {Sample} from './report.js';

const notebook = new Notebook();
let before: Sample = {memory: 0, workers: 0};

await notebook.attempt('twelve elements', async () => {
  const elements = await playgrounds();
  before = await rest();
  const samples: Sample[] = [];
  for (const [index, playground] of elements.entries()) {
    await playground.run();
    await write(playground, index);
    const now = await rest();
    samples.push(now);
    notebook.note(`workers · after ${index + 1} of 12`, now.workers);
    notebook.note(`memory · after ${index + 1} of 12`, now.memory - before.memory);
  }
  noteMost(samples);
  for (const [index, playground] of elements.entries()) {
    await notebook.attempt('touch again', () => touch(playground, index));
  }
  notebook.note('workers · after all were touched again', (await rest()).workers);
});
await notebook.close();

function noteMost(samples: readonly Sample[]): void {
  const most = Math.max(...samples.map(({workers}) => workers));
  const peak = Math.max(...samples.map(({memory}) => memory));
  notebook.note('memory of 12 elements', peak - before.memory);
  notebook.note('workers of 12 elements', most);
  const first = samples[0] ?? before;
  const full = samples.find(({workers}) => workers === most) ?? first;
  notebook.note('memory per interpreter', (first.memory - before.memory) / first.workers);
  if (full.workers === first.workers) return;
  const more = (full.memory - first.memory) / (full.workers - first.workers);
  notebook.note('memory of one interpreter more', more);
}

async function rest(): Promise<Sample> {
  await ask({kind: 'quiet'});
  return ask({kind: 'sample'});
}

/** Something that only this element's database holds. */
async function write(playground: DjangoPlayground, index: number): Promise<void> {
  const program = `from polls.models import Question; Question.objects.create(text="${mark(index)}")`;
  const {exitCode, output} = await playground.manage(['shell', '-c', program]);
  if (exitCode !== 0) throw new Error(`Nothing could be written: ${output}`);
}

async function touch(playground: DjangoPlayground, index: number): Promise<void> {
  const start = performance.now();
  const html = await (await playground.request('/polls/')).text();
  notebook.note('touch again', performance.now() - start);
  if (!html.includes(mark(index))) throw new Error(`Element ${index + 1} has lost its data.`);
}

function mark(index: number): string {
  return `Kept by element ${index + 1}.`;
}
