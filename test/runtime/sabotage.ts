/** Workers that do not answer as they should. */
import workerUrl from '../../src/worker/index.ts?bundle-url';

/** What happens to a question, given as it arrives; an expression in JavaScript that uses `data`. */
export interface Sabotage {
  /** Which questions, e.g. `data.name === "boot"`. */
  readonly when: string;
  /** What is answered instead of what would be; without it there is silence. */
  readonly failure?: {readonly code: string; readonly message: string};
}

/** @returns the address of the worker's code, with what goes wrong in it. */
export async function sabotaged({when, failure}: Sabotage): Promise<string> {
  const code = await (await fetch(workerUrl)).text();
  const instead = failure
    ? `port.postMessage({kind: 'failure', id: data.id, failure: ${JSON.stringify(failure)}})`
    : 'undefined';
  const wrapper = `;{
    const {startInterpreter} = self;
    self.startInterpreter = (message, ...rest) => {
      const {port} = message;
      const listened = {
        start: () => port.start(),
        postMessage: (...posted) => port.postMessage(...posted),
        addEventListener: (type, listener) => port.addEventListener(type, event => {
          const {data} = event;
          if (${when}) ${instead};
          else listener(event);
        }),
      };
      startInterpreter({...message, port: listened}, ...rest);
    };
  }`;
  return URL.createObjectURL(new Blob([code, wrapper], {type: 'text/javascript'}));
}
