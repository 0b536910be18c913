import {expect} from 'chai';
import {decodeFiles, encodeFiles} from '../../src/giving/index.js';
import {PlaygroundError} from '../../src/protocol/failure.js';
import type {ProjectFile} from '../../src/protocol/project.js';

const FILES: readonly ProjectFile[] = [
  {
    path: 'polls/views.py',
    content: 'def index(request):\n    return "Grüße 🐍\\0\0"\n',
    selected: true,
  },
  {path: 'polls/urls.py', content: '', hidden: true, readonly: true},
  {path: 'polls/templates/a b/ü.html', content: '<p>"{{ x }}"</p>\r\n', label: 'The page'},
  {path: 'polls/static/dot.gif', content: Uint8Array.from([0x47, 0x49, 0xff, 0x00, 0x0a, 0xfe])},
];

function failureOf(text: string): PlaygroundError {
  try {
    decodeFiles(text);
  } catch (error) {
    if (error instanceof PlaygroundError) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('files in a link', () => {
  it('come out as they went in: text, bytes, and what is said of them', () => {
    expect(decodeFiles(encodeFiles(FILES))).to.deep.equal(FILES);
  });

  it('are written in what every program keeps', () => {
    expect(encodeFiles(FILES)).to.match(/^[\w-]+$/);
  });

  it('are refused with a way on where anything is missing or changed', () => {
    const text = encodeFiles(FILES);
    const middle = Math.floor(text.length / 2);
    const other = text[middle] === 'A' ? 'B' : 'A';
    const damaged = [
      '',
      'A',
      'not a link',
      text.slice(0, -1),
      text.slice(0, middle),
      text.slice(4),
      `${text}.`,
      text.slice(0, middle) + other + text.slice(middle + 1),
    ];
    for (const each of damaged) {
      const {code, message} = failureOf(each);
      expect(code, each).to.equal('bad-link');
      expect(message).to.include('use what');
    }
  });

  it('of a newer kind are told apart from damaged ones', () => {
    expect(failureOf(`f${encodeFiles(FILES).slice(1)}`).message).to.include('Reload the page');
  });
});
