import type {ScriptRequest, ScriptResponse, ScriptSocket} from '../../protocol/frame-network.js';
import type {Socket} from '../../protocol/socket.js';

/** What answers the scripts of a document. */
export interface SiteNetwork {
  /** @throws an error whose message is for the script, and the signal's reason. */
  open(request: ScriptRequest, signal: AbortSignal): Promise<ScriptResponse>;
  /** @throws an error, where there is not even an answer. */
  connect(request: ScriptSocket): Promise<Socket>;
}
