import {assert} from 'chai';
import {codeOnly} from '../../src/project/python-tokens.js';
import {statements, strings, withoutComments} from '../../src/project/python.js';

describe('withoutComments', () => {
  const cases: [source: string, expected: string][] = [
    ['a = 1 # b\nc', 'a = 1    \nc'],
    ['a = "#b" # c', 'a = "#b"    '],
    ["a = '''\n# b\n''' # c", "a = '''\n# b\n'''    "],
    ['a = "\\"# b" # c', 'a = "\\"# b"    '],
    ["# it's\nb = '#'", "      \nb = '#'"],
    ['a = r"\\" # " # b', 'a = r"\\" # "    '],
  ];
  for (const [source, expected] of cases) {
    it(JSON.stringify(source), () => assert.equal(withoutComments(source), expected));
  }
});

describe('codeOnly', () => {
  const cases: [source: string, expected: string][] = [
    ['a = "def f():" # x', 'a = "        "    '],
    ['"""a\nb"""\nc', '"       "\nc'],
    ["a = 'it\\'s'", "a = '     '"],
    ['a = ""', 'a = ""'],
    ['a = "never closed(\nb', 'a =               \nb'],
    ['a = """never closed(\nb', `a = ${' '.repeat(18)}`],
  ];
  for (const [source, expected] of cases) {
    it(JSON.stringify(source), () => {
      assert.equal(codeOnly(source), expected);
      assert.lengthOf(codeOnly(source), source.length);
    });
  }
});

const texts = (source: string) => statements(source).map(({text}) => text.trim());

describe('statements', () => {
  it('joins lines within brackets and behind backslashes', () => {
    assert.deepEqual(texts('a = [\n  1,\n  (2,\n  3)]\nb = \\\n  4\n\nc = 5'), [
      'a = [\n  1,\n  (2,\n  3)]',
      'b = \\\n  4',
      'c = 5',
    ]);
  });

  it('counts no bracket in a string or a comment', () => {
    assert.deepEqual(texts('a = "(" # [\nb = """{\n"""\nc = 1'), [
      'a = "("',
      'b = """{\n"""',
      'c = 1',
    ]);
  });

  it('goes on behind a bracket that nothing opened', () => {
    assert.deepEqual(texts('a)\nb'), ['a)', 'b']);
  });
});

describe('strings', () => {
  it('finds the contents of each literal', () => {
    assert.deepEqual(strings(`['a', "b's", r'c', """d\n"e" """, '', f"{x}"]`), [
      'a',
      "b's",
      'c',
      'd\n"e" ',
      '',
      '{x}',
    ]);
  });
});
