import {zipSync, strToU8} from 'fflate';
import {expect} from 'chai';
import {readZipDirectory} from '../../src/worker/zip-directory.js';

const FILES = {'a/b.txt': strToU8('hello hello hello'), 'c.txt': strToU8('world')};

function read(zip: Uint8Array<ArrayBuffer>): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    [...readZipDirectory(zip)].map(([name, {offset, size}]) => [
      name,
      decoder.decode(zip.subarray(offset, offset + size)),
    ]),
  );
}

function refuses(zip: Uint8Array<ArrayBuffer>, message: string): void {
  expect(() => readZipDirectory(zip)).to.throw(message);
}

describe('the directory of a stored zip', () => {
  it('says where each file’s bytes lie', () => {
    const zip = zipSync({...FILES, 'folder/': new Uint8Array()}, {level: 0});
    expect(read(zip)).to.deep.equal({'a/b.txt': 'hello hello hello', 'c.txt': 'world'});
  });

  it('is refused where a file is compressed or has more than a name, or where there is none', () => {
    refuses(zipSync(FILES, {level: 6}), 'a/b.txt is compressed');
    const extra = {0xface: strToU8('something')};
    refuses(zipSync({x: [strToU8('x'), {extra}]}, {level: 0}), 'x has extra fields');
    refuses(strToU8('<!doctype html><title>Not found</title>'), 'not a zip file');
    refuses(new Uint8Array(), 'not a zip file');
  });
});
