/**
 * The interpreter's own thread. It is started with one message and from then on answers the
 * questions of `protocol/interpreter.ts` that come over its port.
 */
import './synchronous-wasm.js';
import type {
  Answer,
  AnswerMessage,
  PortReply,
  QuestionMessage,
  QuestionName,
  StartMessage,
} from '../protocol/interpreter.js';
import {createAnswers, type Answers} from './answers.js';
import {isFatal, toFailure} from './failures.js';
import {createNotices} from './notices.js';

function startInterpreter(message: StartMessage, wasm: Promise<WebAssembly.Module>): void {
  const port = message.port as MessagePort;
  const {answers, deliver} = createAnswers(wasm, createNotices(port));
  port.addEventListener('message', ({data}: MessageEvent<QuestionMessage | PortReply>) => {
    if ('reply' in data) deliver(data);
    else void reply(port, answers, data);
  });
  port.start();
}

// What ends Python for good comes out of a promise that nobody waits for, and the question it was
// at would never be answered. As an error of the thread the page hears of it.
addEventListener('unhandledrejection', ({reason}: PromiseRejectionEvent) => {
  if (isFatal(reason)) reportError(reason);
});

// The page's stub calls this once the module is there; see `runtime/opaque-worker.ts`.
Object.assign(globalThis, {startInterpreter});

async function reply(port: MessagePort, answers: Answers, question: QuestionMessage) {
  const {id} = question;
  let message: AnswerMessage;
  let transfer: Transferable[] = [];
  try {
    const answer = await answerTo(answers, question);
    transfer = buffersOf(answer);
    message = {kind: 'answer', id, answer};
  } catch (error) {
    message = {kind: 'failure', id, failure: toFailure(error)};
  }
  port.postMessage(message, transfer);
}

function answerTo<Name extends QuestionName>(
  answers: Answers,
  {name, ask}: Extract<QuestionMessage, {name: Name}>,
): Answer<Name> | Promise<Answer<Name>> {
  return answers[name](ask);
}

/** Bodies are handed over rather than copied. */
function buffersOf(answer: Answer<QuestionName>): Transferable[] {
  if (answer === null || typeof answer !== 'object') return [];
  return Object.values(answer)
    .filter(value => value instanceof Uint8Array)
    .map(value => value.buffer);
}
