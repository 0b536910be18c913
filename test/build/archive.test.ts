import assert from 'node:assert/strict';
import {it} from 'node:test';
import {unzipSync} from 'fflate';
import {storedZip} from '../../src/build/runtime/archive.js';

const encode = (text: string) => new TextEncoder().encode(text);
const FILES = [
  {path: 'b/ü.txt', content: encode('b')},
  {path: 'a.txt', content: encode('aaaaaaaaaaaaaaaaaaaaaaaa')},
];

it('A zip holds each file as it was, in the order of the paths', () => {
  const files = unzipSync(storedZip(FILES));
  assert.deepEqual(Object.keys(files), ['a.txt', 'b/ü.txt']);
  assert.equal(new TextDecoder().decode(files['a.txt']), 'aaaaaaaaaaaaaaaaaaaaaaaa');
});

it('Files are stored as they are, with their sizes before them', () => {
  const zip = storedZip(FILES);
  const header = new DataView(zip.buffer, zip.byteOffset);
  const flags = header.getUint16(6, true);
  assert.equal(flags & 0b1000, 0, 'no sizes after the file');
  assert.equal(header.getUint16(8, true), 0, 'no compression');
  assert.equal(header.getUint32(22, true), 24, 'size');
  const start = 30 + header.getUint16(26, true) + header.getUint16(28, true);
  assert.deepEqual(zip.slice(start, start + 24), FILES[1]?.content);
});

it('The same files give the same bytes, in whatever order and at whatever time', t => {
  const first = storedZip(FILES);
  t.mock.timers.enable({apis: ['Date'], now: new Date('2040-05-06T07:08:09Z')});
  assert.deepEqual(storedZip(FILES.toReversed()), first);
});
