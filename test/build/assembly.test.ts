import assert from 'node:assert/strict';
import {it} from 'node:test';
import {rolldown} from 'rolldown';
import {assembly} from '../../src/build/plugins/assembly.js';
import {temporaryFolder} from './temporary-folder.js';

async function bundle(folder: string): Promise<string> {
  const build = await rolldown({input: `${folder}/index.ts`, plugins: [assembly()]});
  const {output} = await build.generate();
  return output[0].code;
}

it('AssemblyScript becomes a WebAssembly module without imports', async t => {
  const folder = await temporaryFolder(t, {
    'index.ts': `export {default} from './sum/assembly.ts?wasm';`,
    'sum/assembly.ts': `export function add(a: i32, b: i32): i32 { return a + b; }`,
  });
  const url = `data:text/javascript,${encodeURIComponent(await bundle(folder))}`;
  const {default: wasm} = (await import(url)) as {default: Uint8Array<ArrayBuffer>};
  const {instance} = await WebAssembly.instantiate(wasm, {});
  assert.equal((instance.exports['add'] as (a: number, b: number) => number)(40, 2), 42);
});

it('What does not compile is an error with the place', async t => {
  const folder = await temporaryFolder(t, {
    'index.ts': `export {default} from './sum/assembly.ts?wasm';`,
    'sum/assembly.ts': `export function add(a: i32): i32 { return nothing; }`,
  });
  await assert.rejects(bundle(folder), /assembly\.ts does not compile[^]*nothing/);
});
