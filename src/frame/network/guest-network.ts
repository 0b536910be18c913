import {
  MOST_REQUESTS,
  MOST_SOCKETS,
  type ScriptRequest,
  type ScriptSocket,
} from '../../protocol/frame-network.js';
import {carryExchange, refuseExchange} from './carry-exchange.js';
import {carrySocket, refuseSocket} from './carry-socket.js';
import {parseWanted, type Wanted} from './parse-message.js';
import type {SiteNetwork} from './site-network.js';

/** What a document asked for too much of. */
export type Crowd = 'requests' | 'sockets';

const MALFORMED =
  'This request cannot be sent. Its body may have 50 MB, and its headers a few hundred lines.';
const TOO_MANY = 'This page has too many requests under way.';

/** Requests of a document that are under way, and its sockets. All end with the document. */
export class GuestNetwork {
  readonly #site: SiteNetwork;
  readonly #onCrowd: (what: Crowd) => void;
  readonly #requests = new Set<AbortController>();
  /** Those that outlive their document. */
  readonly #kept = new Set<AbortController>();
  readonly #sockets = new Set<AbortController>();
  readonly #floods = new Set<Crowd>();
  #isLeft = false;

  /** @param onCrowd Called once for each kind of which there were too many. */
  constructor(site: SiteNetwork, onCrowd: (what: Crowd) => void) {
    this.#site = site;
    this.#onCrowd = onCrowd;
  }

  /**
   * Sees to a message of the guest.
   *
   * @returns whether it was one for the network, and nothing that a guest would have kept back.
   */
  take(data: unknown): boolean {
    const wanted = parseWanted(data);
    if (wanted?.kind === 'request') return this.#takeRequest(wanted);
    return wanted?.kind === 'socket' && this.#takeSocket(wanted);
  }

  /** The document is gone. What should go on without it does, also if it is asked for just now. */
  leave(): void {
    this.#isLeft = true;
    for (const open of [...this.#requests, ...this.#sockets]) open.abort();
  }

  #takeRequest({request, port}: Wanted & {kind: 'request'}): boolean {
    if (this.#isLeft && !request?.keepalive) return true;
    // The guest waits by itself.
    const isTooMany = this.#requests.size + this.#kept.size >= 2 * MOST_REQUESTS;
    if (isTooMany) this.#tellCrowd('requests');
    if (isTooMany || !request) refuseExchange(port, isTooMany ? TOO_MANY : MALFORMED);
    else void this.#carryRequest(request, port);
    return !isTooMany;
  }

  async #carryRequest(request: ScriptRequest, port: MessagePort): Promise<void> {
    const open = request.keepalive ? this.#kept : this.#requests;
    const aborting = new AbortController();
    open.add(aborting);
    await carryExchange(request, port, this.#site, aborting);
    open.delete(aborting);
  }

  #takeSocket({socket, port}: Wanted & {kind: 'socket'}): boolean {
    if (this.#isLeft) return true;
    const isTooMany = this.#sockets.size >= MOST_SOCKETS;
    if (isTooMany) this.#tellCrowd('sockets');
    if (isTooMany || !socket) refuseSocket(port);
    else void this.#carrySocket(socket, port);
    return !isTooMany;
  }

  async #carrySocket(socket: ScriptSocket, port: MessagePort): Promise<void> {
    const aborting = new AbortController();
    this.#sockets.add(aborting);
    await carrySocket(socket, port, this.#site, aborting.signal);
    this.#sockets.delete(aborting);
  }

  #tellCrowd(what: Crowd): void {
    if (this.#floods.has(what)) return;
    this.#floods.add(what);
    this.#onCrowd(what);
  }
}
