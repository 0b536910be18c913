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

const HELLO: ProjectFile = {
  path: 'views.py',
  content:
    'from django.http import HttpResponse\n\n\ndef index(request):\n    return HttpResponse("Hello")\n',
};

/** What these were when the format was made. A change of it raises the format. */
const WRITTEN = 'Aa5s8J8BAG4s5RTf8EPRb_b_p-fMMgk';

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

  it('come out as they went in where they are many', () => {
    const many = [...FILES, {path: 'data.txt', content: 'All of this. '.repeat(100_000)}];
    expect(decodeFiles(encodeFiles(many))).to.deep.equal(many);
  });

  it('are read as other engines, and pages of the same format, wrote them', () => {
    expect(encodeFiles([HELLO])).to.equal(WRITTEN);
    expect(decodeFiles(WRITTEN)).to.deep.equal([HELLO]);
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
