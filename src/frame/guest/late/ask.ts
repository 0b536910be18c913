import type {AssetAnswer, AssetAsk} from '../../../protocol/frame-assets.js';
import {say} from '../host.js';
import {addEventListener} from '../natives.js';

const {MessageChannel, Promise} = globalThis;

/** Asks the host; what comes is a Blob for a file and a text for a stylesheet. */
export function ask(asked: AssetAsk): Promise<AssetAnswer> {
  const {port1, port2} = new MessageChannel();
  return new Promise(resolve => {
    function onAnswer(event: Event): void {
      resolve((event as MessageEvent<AssetAnswer>).data);
      port1.close();
    }
    addEventListener(port1, 'message', onAnswer, {once: true});
    port1.start();
    say({kind: 'asset', ask: asked}, [port2]);
  });
}
