/** A screen in memory, for browsers that cannot do without one. */
import process from 'node:process';
import type {Readable} from 'node:stream';
import {startService} from './service.js';

/**
 * No graphics card draws on it. WebKitGTK's compositor thread would have the software renderer do
 * so, which takes both processors and crashes now and then.
 */
const WITHOUT_CARD = {WEBKIT_DISABLE_COMPOSITING_MODE: '1'};

export interface Screen {
  /** For programs that are to be shown on it. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/**
 * Starts Xvfb, or takes the screen there is where Xvfb is not.
 *
 * @throws Error when there is neither.
 */
export async function startScreen(): Promise<Screen> {
  // Xvfb looks for a free number itself and writes it to the file descriptor it is given.
  const args = ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'];
  const service = startService('Xvfb', args, {pipes: 1});
  try {
    const number = await firstLine(service.child.stdio[3] as Readable, service.child);
    return {env: {DISPLAY: `:${number}`, ...WITHOUT_CARD}, stop: () => service.stop()};
  } catch (error) {
    const display = process.env['DISPLAY'];
    if (display === undefined) throw error;
    return {env: {DISPLAY: display}, stop: () => Promise.resolve()};
  }
}

function firstLine(output: Readable, child: NodeJS.EventEmitter): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`Xvfb ended with ${String(code)}`)));
  });
}
