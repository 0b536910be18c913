import type {NetworkMessage} from '../../protocol/frame-network.js';
import {GUEST_HELLO, type GuestMessage, type HostMessage} from '../../protocol/frame.js';
import {addEventListener, postMessage} from './natives.js';

const {port1: port, port2} = new MessageChannel();

/** Says to the host that the guest is here; `listen` is called with what the host answers. */
export function connect(listen: (message: HostMessage) => void): void {
  addEventListener(port, 'message', event => listen((event as MessageEvent<HostMessage>).data), {});
  port.start();
  // Nothing in it is secret, and the page around the frame may be of any origin.
  parent.postMessage(GUEST_HELLO, '*', [port2]);
}

/**
 * Says something to the host.
 *
 * @param transfer What is handed over instead of copied.
 */
export function say(message: GuestMessage | NetworkMessage, transfer: Transferable[] = []): void {
  postMessage(port, message, transfer);
}
