import type {FileChange, NoticeMessage, Output} from '../protocol/interpreter.js';
import type {Stage} from '../protocol/stage.js';

/** What the interpreter tells the page unasked. */
export type Notices = ReturnType<typeof createNotices>;

export function createNotices(port: MessagePort) {
  const post = (message: NoticeMessage, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);
  return {
    stage: (stage: Stage): void => post({kind: 'stage', stage}),
    output: (output: Output): void => post({kind: 'output', output}),
    sourcesWanted: (): void => post({kind: 'sources-wanted'}),
    changed(changes: readonly FileChange[]): void {
      const transfer = changes.flatMap(({content}) => (content ? [content.buffer] : []));
      post({kind: 'changed', changes}, transfer);
    },
  };
}
