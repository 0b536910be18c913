import {attempts, readPieces, Setback, type AttemptOptions} from './attempts.js';

export interface DownloadOptions extends AttemptOptions {
  /** The file's length in bytes, where it is known. */
  readonly bytes?: number;
  /** Told how many of them are here; fewer than before where a download has to begin again. */
  readonly onReceived?: (received: number) => void;
}

/**
 * Fetch a file of the runtime. A download that breaks is taken up where it was, if the server lets
 * it, or else begun again.
 *
 * @throws PlaygroundError `runtime-unavailable` when it cannot be had.
 */
export function download(url: string, options: DownloadOptions = {}): Promise<Blob> {
  const {bytes, onReceived = () => {}} = options;
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
    if (bytes !== undefined && file.size !== bytes) {
      resumable = false;
      throw new Setback('the server sent something else');
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
