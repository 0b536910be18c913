import {expect} from 'chai';
import type {Interpreter} from '../../src/runtime/interpreter.js';
import {startInterpreter} from '../../src/runtime/starter.js';
import {Written} from '../../src/runtime/written.js';
import type {MemorySnapshot} from '../../src/protocol/snapshot.js';
import {assets} from './pool.js';
import {PROJECT, get, loadRequest} from './project.js';

const ENGLISH = {series: null, locales: false};

/** As the page keeps one: its pages in a blob. */
function keep(snapshot: MemorySnapshot): MemorySnapshot {
  return {...snapshot, pages: new Blob([snapshot.pages as Uint8Array<ArrayBuffer>])};
}

function start(memory: readonly MemorySnapshot[], preload = false): Promise<Interpreter> {
  return startInterpreter(
    assets(),
    {...ENGLISH, memory, preload},
    () => {},
    new AbortController().signal,
  );
}

async function ask(interpreter: Interpreter, path: string): Promise<string> {
  const {body} = await interpreter.ask('request', get(path));
  return new TextDecoder().decode(body);
}

describe('snapshots of an interpreter’s memory', () => {
  let baseline: MemorySnapshot;
  const started: Interpreter[] = [];

  const startFrom = async (...memory: MemorySnapshot[]): Promise<Interpreter> => {
    const interpreter = await start(memory);
    started.push(interpreter);
    return interpreter;
  };

  before(async () => {
    const source = await start([], true);
    baseline = keep(await source.ask('snapshot', {since: []}));
    source.stop({code: 'stopped', message: 'It was only a source.'});
  });

  afterEach(() => {
    const failure = {code: 'stopped', message: 'The test is over.'} as const;
    for (const each of started.splice(0)) each.stop(failure);
  });

  it('restore an interpreter into which a project is loaded', async () => {
    const interpreter = await startFrom(baseline);
    const report = await interpreter.ask('load', loadRequest(PROJECT));
    expect(report.error?.traceback).to.equal(undefined);
    expect(await ask(interpreter, '/')).to.equal('Hello ');
  });

  it('restore a project that goes on where it was', async () => {
    const first = await startFrom(baseline);
    const written = new Written();
    first.events = {onchanged: changes => written.apply(changes)};
    const load = loadRequest(PROJECT);
    await first.ask('load', load);
    expect(await ask(first, '/')).to.equal('Hello ');
    const project = keep(await first.ask('snapshot', {since: [baseline]}));
    const second = await startFrom(baseline, project);
    await second.ask('resume', {files: [...load.files, ...written.files]});
    expect(await ask(second, '/')).to.equal('Hello ');
  });
});
