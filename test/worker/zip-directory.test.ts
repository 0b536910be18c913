import {zipSync, strToU8} from 'fflate';
import {expect} from 'chai';
import {readZipDirectory} from '../../src/worker/zip-directory.js';

const FILES = {'a/b.txt': strToU8('hello hello hello'), 'c.txt': strToU8('world')};

async function read(zip: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    [...(await readZipDirectory(zip))].map(([name, {offset, size}]) => [
      name,
      decoder.decode(zip.subarray(offset, offset + size)),
    ]),
  );
}

async function refusal(zip: Uint8Array<ArrayBuffer>): Promise<string> {
  return readZipDirectory(zip).then(
    () => 'none',
    (error: Error) => error.message,
  );
}

describe('the directory of a stored zip', () => {
  it('says where each file’s bytes lie', async () => {
    const zip = zipSync({...FILES, 'folder/': new Uint8Array()}, {level: 0});
    const expected = {'a/b.txt': 'hello hello hello', 'c.txt': 'world'};
    expect(await read(zip)).to.deep.equal(expected);
    const entries = await readZipDirectory(new Blob([zip]));
    expect([...entries]).to.deep.equal([...(await readZipDirectory(zip))]);
  });

  it('is refused where a file is compressed or has more than a name, or where there is none', async () => {
    expect(await refusal(zipSync(FILES, {level: 6}))).to.include('a/b.txt is compressed');
    const extra = {0xface: strToU8('something')};
    const zip = zipSync({x: [strToU8('x'), {extra}]}, {level: 0});
    expect(await refusal(zip)).to.include('x has extra fields');
    expect(await refusal(strToU8('<!doctype html><title>Not found</title>'))).to.include(
      'not a zip file',
    );
    expect(await refusal(new Uint8Array())).to.include('not a zip file');
  });
});
