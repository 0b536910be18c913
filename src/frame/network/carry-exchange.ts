import type {ExchangeMessage, ScriptRequest} from '../../protocol/frame-network.js';
import {isFields} from '../fields.js';
import {Credit} from './credit.js';
import type {SiteNetwork} from './site-network.js';

/** Carries a request of a script to the site, and the response back, until it is over or aborted. */
export async function carryExchange(
  request: ScriptRequest,
  port: MessagePort,
  site: SiteNetwork,
  aborting: AbortController,
): Promise<void> {
  const credit = new Credit();
  const {signal} = aborting;
  signal.addEventListener('abort', () => credit.end());
  port.addEventListener('message', ({data}: MessageEvent<unknown>) => {
    if (!isFields(data)) return;
    if (data['kind'] === 'abort') aborting.abort();
    else if (data['kind'] === 'taken') credit.restore(Number(data['bytes']) || 0);
  });
  port.start();
  try {
    const response = await site.open(request, signal);
    if ('elsewhere' in response) return say(port, {kind: 'elsewhere', url: response.elsewhere});
    const {body, ...head} = response;
    say(port, {kind: 'head', head});
    for await (const piece of body) {
      if (signal.aborted) break;
      const isWhole = piece.byteLength === piece.buffer.byteLength;
      const bytes = isWhole ? piece : piece.slice();
      const size = bytes.length;
      say(port, {kind: 'body', bytes}, [bytes.buffer]);
      await credit.use(size);
    }
    say(port, {kind: 'end'});
  } catch (error) {
    refuseExchange(port, error instanceof Error ? error.message : String(error));
  } finally {
    port.close();
  }
}

/** Tells a script that its request has failed, and why. */
export function refuseExchange(port: MessagePort, failure: string): void {
  say(port, {kind: 'end', failure});
}

function say(port: MessagePort, message: ExchangeMessage, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer);
}
