import {expect} from 'chai';
import {Interpreter} from '../../src/runtime/interpreter.js';

/** A worker in name only: a channel whose other end the test holds. */
function spawn() {
  const {port1, port2} = new MessageChannel();
  let fail: (message: string) => void = () => {};
  let terminated = false;
  const interpreter = new Interpreter({
    port: port1,
    watch: onFailure => (fail = onFailure),
    terminate: () => (terminated = true),
  });
  return {
    interpreter,
    port: port2,
    fail: (message: string) => fail(message),
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
    const {interpreter, port} = spawn();
    port.onmessage = ({data}) => {
      if (data.id === 1) return;
      port.postMessage({kind: 'answer', id: 2, answer: {path: 'b', content: new Uint8Array()}});
      port.postMessage({kind: 'answer', id: 1, answer: {path: 'a', content: new Uint8Array()}});
    };
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
    worker.port.onmessage = ({data}) =>
      worker.port.postMessage({
        kind: 'failure',
        id: data.id,
        failure: {code: 'crashed', message: 'memory access out of bounds'},
      });
    expect(await reason(worker.interpreter.ask('listFiles', null))).to.have.property(
      'code',
      'crashed',
    );
    expect(worker.terminated).to.equal(true);
  });

  it('lives on after a failure that is only the question’s', async () => {
    const {interpreter, port} = spawn();
    port.onmessage = ({data}) =>
      port.postMessage({kind: 'failure', id: data.id, failure: {code: 'bad-file', message: 'No'}});
    expect(await reason(interpreter.ask('readFile', {path: 'x'}))).to.have.property(
      'code',
      'bad-file',
    );
    expect(interpreter.alive).to.equal(true);
  });
});
