import {expect} from 'chai';
import type {WorkerMessage} from '../../src/protocol/interpreter.js';
import {Interpreter} from '../../src/runtime/interpreter.js';

/** A worker in name only: a channel whose other end the test holds. */
function spawn() {
  const {port1, port2} = new MessageChannel();
  let fail: ((message: string) => void) | undefined;
  let terminated = false;
  const interpreter = new Interpreter({
    port: port1,
    provide: () => {},
    watch: onFailure => (fail = onFailure),
    terminate: () => (terminated = true),
  });
  return {
    interpreter,
    /** Do something with each question that arrives at the worker. */
    onQuestion(handle: (question: {id: number}) => void): void {
      port2.addEventListener('message', ({data}: MessageEvent<{id: number}>) => handle(data));
      port2.start();
    },
    say: (message: WorkerMessage) => port2.postMessage(message),
    fail: (message: string) => fail?.(message),
    get terminated() {
      return terminated;
    },
  };
}

async function reason(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return error;
  }
}

describe('an interpreter', () => {
  it('answers questions in any order', async () => {
    const {interpreter, onQuestion, say} = spawn();
    onQuestion(({id}) => {
      if (id === 1) return;
      say({kind: 'answer', id: 2, answer: {path: 'b', content: new Uint8Array()}});
      say({kind: 'answer', id: 1, answer: {path: 'a', content: new Uint8Array()}});
    });
    const answers = ['a', 'b'].map(path => interpreter.ask('readFile', {path}));
    expect((await Promise.all(answers)).map(({path}) => path)).to.deep.equal(['a', 'b']);
  });

  it('rejects all that is open, and all that comes, when its worker fails', async () => {
    const {interpreter, fail} = spawn();
    const deaths: string[] = [];
    interpreter.events = {ondeath: ({code}) => deaths.push(code)};
    const open = [interpreter.ask('listFiles', null), interpreter.ask('listFiles', null)];
    fail('out of memory');
    for (const work of [...open, interpreter.ask('listFiles', null)]) {
      const error = await reason(work);
      expect(error).to.have.property('code', 'crashed');
      expect(error).to.have.property('message').that.includes('out of memory');
    }
    expect(interpreter.alive).to.equal(false);
    expect(deaths).to.deep.equal(['crashed']);
  });

  it('ends its worker after an answer that came out of WebAssembly', async () => {
    const worker = spawn();
    const failure = {code: 'crashed', message: 'memory access out of bounds'} as const;
    worker.onQuestion(({id}) => worker.say({kind: 'failure', id, failure}));
    expect(await reason(worker.interpreter.ask('listFiles', null))).to.have.property(
      'code',
      'crashed',
    );
    expect(worker.terminated).to.equal(true);
  });

  it('lives on after a failure that is only the question’s', async () => {
    const {interpreter, onQuestion, say} = spawn();
    onQuestion(({id}) => say({kind: 'failure', id, failure: {code: 'bad-file', message: 'No'}}));
    expect(await reason(interpreter.ask('readFile', {path: 'x'}))).to.have.property(
      'code',
      'bad-file',
    );
    expect(interpreter.alive).to.equal(true);
  });
});
