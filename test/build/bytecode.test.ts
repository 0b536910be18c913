import assert from 'node:assert/strict';
import {it} from 'node:test';
import {compileModules} from '../../src/build/runtime/bytecode.js';

const encode = (text: string) => new TextEncoder().encode(text);

it('Bytecode says that nobody compares it with its source, and where it will run', async () => {
  const source = encode('answer = 42\n');
  const [bytecode] = await compileModules([{filename: '/lib/somewhere/answer.py', source}]);
  const content = Buffer.from(bytecode ?? []);
  assert.equal(content.readUInt32LE(4), 0b01);
  assert.ok(content.includes('/lib/somewhere/answer.py'));
});

it('A module that is not Python is named, with its line', async () => {
  const modules = [{filename: '/lib/broken.py', source: encode('ok = 1\ndef broken(:\n')}];
  await assert.rejects(
    compileModules(modules),
    /\/lib\/broken\.py cannot be compiled[^]*line 2[^]*SyntaxError/,
  );
});
