/** Programs that run beside a browser for as long as it lives. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer, type AddressInfo} from 'node:net';
import process from 'node:process';

export interface Service {
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a program that ends, with all that it started, with this process at the latest. */
export function startService(
  command: string,
  args: readonly string[],
  {env, pipes = 0}: {readonly env?: NodeJS.ProcessEnv; readonly pipes?: number} = {},
): Service {
  const child = spawn(command, args, {
    env: {...process.env, ...env},
    // The leader of a group, which can be ended as a whole.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', ...Array.from({length: pipes}, () => 'pipe' as const)],
  });
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  process.once('exit', kill);
  return {
    child,
    async stop() {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      kill();
      await ended;
    },
  };
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader);
  } catch {
    // Nothing is left of it.
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
