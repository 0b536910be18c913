import {attempts, readPieces, type AttemptOptions} from './attempts.js';
import {OtherFile} from './other-file.js';
import {verify} from './verify.js';

export interface DownloadOptions extends AttemptOptions {
  /** The file's length in bytes, where it is known. */
  readonly bytes?: number;
  /** The hash that it must have, in the form of an `integrity` attribute; '' for any. */
  readonly integrity?: string;
  /** Given the file once it is known to be what it should be, and came over the network. */
  readonly onVerified?: (file: Blob) => void;
  /** Told how many of them are here; fewer than before where a download has to begin again. */
  readonly onReceived?: (received: number) => void;
}

/**
 * Fetch a file of the runtime. A download that breaks is taken up where it was, if the server lets
 * it, or else begun again. What comes over the network is compared with its hash, and asked for anew
 * where it is another file.
 *
 * @throws PlaygroundError `runtime-unavailable` when it cannot be had.
 */
export function download(url: string, options: DownloadOptions = {}): Promise<Blob> {
  const {bytes, integrity, onReceived = () => {}} = options;
  let parts: BlobPart[] = [];
  let received = 0;
  let resumable = false;
  return attempts(url, options, async attempt => {
    const range = resumable && received ? {Range: `bytes=${received}-`} : undefined;
    resumable = false;
    const response = await attempt.request(range);
    const resumed = range && isFrom(response, received);
    resumable = resumed || canResume(response);
    if (!resumed) {
      parts = [];
      received = 0;
    }
    if (attempt.watched && response.body) {
      await readPieces(response.body, piece => {
        attempt.feed();
        parts.push(piece);
        received += piece.length;
        onReceived(received);
      });
    } else {
      parts.push(await response.blob());
    }
    const file = new Blob(parts);
    try {
      if (bytes !== undefined && file.size !== bytes) throw new OtherFile();
      if (attempt.watched && integrity) {
        await verify(file, integrity);
        options.onVerified?.(file);
      }
    } catch (error) {
      resumable = false;
      throw error;
    }
    onReceived(file.size);
    return file;
  });
}

/** Whether a part can be asked for. Those of an encoded body are parts of its encoding. */
function canResume({headers}: Response): boolean {
  return headers.get('Accept-Ranges') === 'bytes' && !headers.has('Content-Encoding');
}

/** Whether a response is the rest that was asked for; a server may send all again instead. */
function isFrom({headers}: Response, start: number): boolean {
  return headers.get('Content-Range')?.startsWith(`bytes ${start}-`) ?? false;
}
