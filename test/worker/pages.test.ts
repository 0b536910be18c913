import {expect} from 'chai';
import {freeBytes} from '../../src/worker/free-bytes.js';
import {differingPages, PAGE, replaceMemory} from '../../src/worker/memory/pages.js';

/** Each page filled with one of the values. */
function memoryOf(...values: number[]): Uint8Array<ArrayBuffer> {
  const memory = new Uint8Array(values.length * PAGE);
  for (const [page, value] of values.entries()) {
    memory.fill(value, page * PAGE, (page + 1) * PAGE);
  }
  return memory;
}

describe('pages of a memory', () => {
  it('leave out what is zero', () => {
    const {runs, bytes} = differingPages(memoryOf(0, 1, 2, 0, 3, 0));
    expect([...runs]).to.deep.equal([1, 2, 4, 1]);
    expect(bytes).to.deep.equal(memoryOf(1, 2, 3));
  });

  it('take the place of all that was there', () => {
    const memory = memoryOf(7, 7, 0, 7, 7, 0, 7, 0);
    const restored = memoryOf(0, 1, 2, 0, 3, 0, 0, 0);
    replaceMemory(memory, differingPages(restored));
    expect(memory).to.deep.equal(restored);
  });

  it('clear what was used before the memory grew', () => {
    const memory = memoryOf(7, 7, 7, 0, 0);
    const restored = memoryOf(0, 0, 0, 4, 0);
    replaceMemory(memory, differingPages(restored), 3 * PAGE);
    expect(memory).to.deep.equal(restored);
  });

  it('clear a page of which only the last byte is left', () => {
    const memory = memoryOf(0, 0, 0);
    memory[2 * PAGE - 1] = 1;
    replaceMemory(memory, differingPages(memoryOf(0, 0, 5)));
    expect(memory).to.deep.equal(memoryOf(0, 0, 5));
  });
});

describe('bytes that are freed', () => {
  it('are gone from all views at once', async () => {
    const bytes = new Uint8Array(await new Blob([memoryOf(1, 2)]).arrayBuffer());
    const part = bytes.subarray(PAGE);
    freeBytes(bytes);
    expect([bytes.length, part.length, bytes.buffer.byteLength]).to.deep.equal([0, 0, 0]);
  });
});
