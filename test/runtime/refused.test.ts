import {expect} from 'chai';
import type {MemorySnapshot} from '../../src/protocol/snapshot.js';
import type {Interpreter} from '../../src/runtime/interpreter.js';
import {toShared} from '../../src/runtime/shared-bytes.js';
import {startInterpreter} from '../../src/runtime/starter.js';
import {checksum} from '../../src/worker/memory/pages.js';
import {notesLaunch} from './notes.js';
import {assets} from './pool.js';
import {get} from './project.js';
import {sabotaged} from './sabotage.js';

type Bytes = Uint8Array<ArrayBuffer>;
type Damage = (memory: MemorySnapshot, bytes: Bytes) => Partial<MemorySnapshot>;

function flip<View extends Uint8Array | Uint32Array>(view: View, index: number): View {
  const flipped = view.slice() as View;
  flipped[index] = (flipped[index] ?? 0) ^ 1;
  return flipped;
}

/** Each with what is said of it. */
const DAMAGES: Readonly<Record<string, readonly [says: string, damage: Damage]>> = {
  'whose pages are cut short': [
    'not complete',
    (_, bytes) => ({pages: bytes.subarray(0, bytes.length >> 1)}),
  ],
  'with another bit in its pages': [
    'damaged',
    (_, bytes) => ({pages: flip(bytes, bytes.length >> 1)}),
  ],
  'with another bit in its runs': ['damaged', ({runs}) => ({runs: flip(runs, 2)})],
  'with another length of a run': ['not complete', ({runs}) => ({runs: flip(runs, 1)})],
  'of another engine': [
    'another browser',
    ({fingerprint}) => ({fingerprint: fingerprint.replace('-', '-other-')}),
  ],
  'with other references': ['', () => ({references: {objects: {hiwireKeys: 17}, localTime: {}}})],
  'that is whole and makes no sense': [
    '',
    ({runs}, bytes) => {
      const nonsense = bytes.slice().fill(0xa5, bytes.length >> 3, bytes.length >> 1);
      return {pages: nonsense, checksum: checksum({runs, bytes: nonsense})};
    },
  ],
  'that cannot be posted': [
    '',
    () => ({pages: {size: 4096, arrayBuffer: () => Promise.reject(new Error('gone'))}}),
  ],
};

const DONE = {code: 'stopped', message: 'The test is over.'} as const;

async function bytesOf({pages}: MemorySnapshot): Promise<Bytes> {
  return pages instanceof Uint8Array ? pages : new Uint8Array(await pages.arrayBuffer());
}

async function kept(memory: MemorySnapshot): Promise<MemorySnapshot> {
  return {...memory, pages: await toShared(await bytesOf(memory))};
}

function start(memory: readonly MemorySnapshot[], worker?: string): Promise<Interpreter> {
  const patience = worker === undefined ? {} : {patience: 200};
  const options = {series: null, locales: false, memory, preload: true, ...patience};
  return startInterpreter(assets(worker), options, () => {}, new AbortController().signal);
}

/** @returns what is said of memories that cannot be restored. */
async function refusal(memory: readonly MemorySnapshot[], worker?: string): Promise<string> {
  try {
    (await start(memory, worker)).stop(DONE);
  } catch (error) {
    expect(error).to.have.property('code', 'snapshot-refused');
    expect(error).to.have.property('message').that.includes('slower');
    return (error as Error).message;
  }
  throw new Error('It was restored.');
}

async function makeBaseline(): Promise<MemorySnapshot> {
  const source = await start([]);
  const memory = await kept(await source.ask('snapshot', {since: []}));
  source.stop(DONE);
  return memory;
}

describe('a snapshot that cannot be restored', () => {
  let baseline: MemorySnapshot;
  let other: MemorySnapshot;
  let project: MemorySnapshot;

  before(async () => {
    [baseline, other] = [await makeBaseline(), await makeBaseline()];
    const interpreter = await start([baseline]);
    await interpreter.ask('load', notesLaunch());
    await interpreter.ask('request', get('/'));
    project = await kept(await interpreter.ask('snapshot', {since: [baseline]}));
    interpreter.stop(DONE);
  });

  for (const [name, [says, damage]] of Object.entries(DAMAGES)) {
    it(`is refused: a baseline ${name}`, async () => {
      const damaged = {...baseline, ...damage(baseline, await bytesOf(baseline))};
      expect(await refusal([damaged])).to.include(says);
    });

    it(`is refused: a project ${name}`, async () => {
      const damaged = {...project, ...damage(project, await bytesOf(project))};
      expect(await refusal([baseline, damaged])).to.include(says);
    });
  }

  it('is refused: a project over another baseline', async () => {
    expect(other.checksum).not.to.equal(baseline.checksum);
    expect(await refusal([other, project])).to.include('belongs to another snapshot');
  });

  it('is refused: one that takes too long', async () => {
    const worker = await sabotaged({when: 'data.name === "boot"'});
    expect(await refusal([baseline], worker)).to.include('too long');
  });

  it('leaves the others as they were', async () => {
    (await start([baseline, project])).stop(DONE);
  });
});
