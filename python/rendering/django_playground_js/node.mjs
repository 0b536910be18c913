/** Renders with modules of the project: each line of standard input is a call, as JSON. */
import {spawnSync} from 'node:child_process';
import {Console} from 'node:console';
import {createInterface} from 'node:readline';
import {fileURLToPath, pathToFileURL} from 'node:url';

const answerWith = process.stdout.write.bind(process.stdout);

// What modules say must not come between the answers.
process.stdout.write = process.stderr.write.bind(process.stderr);
globalThis.console = new Console(process.stderr);

const OWN = import.meta.url;

// What a library calls on its way is a good part of a stack.
Error.stackTraceLimit = 50;

for await (const line of createInterface({input: process.stdin})) {
  const reply = await render(JSON.parse(line)).catch(error => ({error: failureOf(error)}));
  answerWith(`${JSON.stringify(reply)}\n`);
}
process.exit();

async function render({path, export: name, props, wait}) {
  const url = pathToFileURL(path).href;
  const exported = await import(url).catch(error => {
    throw error instanceof SyntaxError ? placed(error, url) : error;
  });
  if (typeof exported[name] !== 'function') {
    return {functions: Object.keys(exported).filter(key => typeof exported[key] === 'function')};
  }
  let value = (0, exported[name])(JSON.parse(props));
  if (typeof value?.then === 'function') {
    if (!wait) {
      Promise.resolve(value).catch(() => {});
      return {promise: 1};
    }
    value = await value;
  }
  if (typeof value === 'string') return {html: value};
  return {returned: value === null ? 'null' : typeof value};
}

/** Node tells the place of a syntax error to nobody but who reads what it prints at its end. */
function placed(error, url) {
  const script = `import(${JSON.stringify(url)})`;
  const {stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  const [, place = '', line] = /^(.+):(\d+)$/m.exec(String(stderr)) ?? [];
  const path = place.startsWith('file:') ? fileURLToPath(place) : place;
  return Object.assign(error, {frames: path ? [{path, line: Number(line), name: ''}] : []});
}

function failureOf(error) {
  if (!(error instanceof Error)) return {name: 'Error', message: String(error), frames: []};
  const {name, message, stack = '', frames = []} = error;
  const told = stack.split('\n').flatMap(frameOf);
  return {name, message, frames: told.length > 0 ? told : frames};
}

/** The place that a line of a stack names, where it is a file that somebody wrote. */
function frameOf(text) {
  const [place, url, line] = /(file:\/\/[^\s()]*?):(\d+)(?::\d+)?\)?$/.exec(text) ?? [];
  if (!place || url === OWN) return [];
  const before = text.slice(0, -place.length).replace(/\[as .*\]/, '');
  const [, called = ''] = /^\s*at (?:async )?(?:new )?(.*?)\s*\(?$/.exec(before) ?? [];
  return [{path: fileURLToPath(url), line: Number(line), name: called.replace(/^.*\./, '')}];
}
