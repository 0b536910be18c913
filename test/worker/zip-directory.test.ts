import {zipSync, strToU8} from 'fflate';
import {expect} from 'chai';
import {readZipDirectory} from '../../src/worker/zip-directory.js';

const FILES = {'a/b.txt': strToU8('hello hello hello'), 'c.txt': strToU8('world')};

function read(zip: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    [...readZipDirectory(zip)].map(([name, {offset, size}]) => [
      name,
      decoder.decode(zip.subarray(offset, offset + size)),
    ]),
  );
}

describe('the directory of a stored zip', () => {
  it('says where each file’s bytes lie', () => {
    expect(read(zipSync(FILES, {level: 0}))).to.deep.equal({
      'a/b.txt': 'hello hello hello',
      'c.txt': 'world',
    });
  });

  it('is found behind a comment, extra fields and folders', () => {
    const extra = {0xface: strToU8('something')};
    const zip = zipSync(
      {'folder/': [new Uint8Array(), {}], 'folder/x': [strToU8('x'), {extra}]},
      {level: 0},
    );
    const comment = strToU8('made by hand');
    const commented = new Uint8Array(zip.length + comment.length);
    commented.set(zip);
    commented.set(comment, zip.length);
    new DataView(commented.buffer).setUint16(zip.length - 2, comment.length, true);
    expect(read(commented)).to.deep.equal({'folder/x': 'x'});
  });

  it('is refused where a file is compressed, or where there is none', () => {
    expect(() => readZipDirectory(zipSync(FILES, {level: 6}))).to.throw('a/b.txt is compressed');
    expect(() => readZipDirectory(strToU8('<!doctype html><title>Not found</title>'))).to.throw(
      'not a zip file',
    );
  });
});
