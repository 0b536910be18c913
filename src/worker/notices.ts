import type {FileChange, NoticeMessage, Output, Talks} from '../protocol/interpreter.js';
import type {Mail} from '../protocol/mail.js';
import type {Stage} from '../protocol/stage.js';

/** What the interpreter tells the page unasked. */
export type Notices = ReturnType<typeof createNotices>;

export function createNotices(port: MessagePort) {
  const post = (message: NoticeMessage, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);
  return {
    stage: (stage: Stage): void => post({kind: 'stage', stage}),
    output: (output: Output): void => post({kind: 'output', output}),
    mail: (mail: Mail): void => post({kind: 'mail', mail}),
    sourcesWanted: (): void => post({kind: 'sources-wanted'}),
    port(number: number, message: Talks[keyof Talks]['message']): void {
      const bytes = message.kind === 'body' ? message.bytes : 'data' in message && message.data;
      const transfer = bytes instanceof Uint8Array ? [bytes.buffer] : [];
      post({kind: 'port', port: number, message}, transfer);
    },
    changed(changes: readonly FileChange[]): void {
      const transfer = changes.flatMap(({content}) => (content ? [content.buffer] : []));
      post({kind: 'changed', changes}, transfer);
    },
  };
}
