import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {createServer} from 'vite';
import {ROOT} from './paths.js';
import {DEMO_PATH} from './plugins/demo-address.js';
import {say} from './progress.js';
import {buildRuntime, summarize} from './runtime/runtime.js';

/**
 * `npm start`: the demo on a server of its own. Options: `--port 8000`, and `--host` for visitors
 * from other machines.
 *
 * @returns The exit code; the server runs until the process is stopped.
 */
export async function main(args: string[]): Promise<number> {
  const {values} = parseArgs({
    args,
    options: {port: {type: 'string'}, host: {type: 'boolean', default: false}},
  });
  const port = values.port === undefined ? undefined : readPort(values.port);
  for (const line of summarize(await buildRuntime())) say(line);
  say('Starting the server …');
  const server = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    server: {host: values.host, ...(port !== undefined && {port, strictPort: true})},
  });
  await server.listen();
  const {local = [], network = []} = server.resolvedUrls ?? {};
  for (const url of [...network, ...local]) say(`\nThe demo is at ${new URL(DEMO_PATH, url).href}`);
  return 0;
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`--port takes a number from 1 to 65535, not "${text}".`);
}
