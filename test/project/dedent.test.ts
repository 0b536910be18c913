import {assert} from 'chai';
import {dedent} from '../../src/project/dedent.js';
import {codeOnly} from '../../src/project/python-tokens.js';

describe('dedent', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['removes what all lines share', '\n    a\n      b\n    c\n  ', 'a\n  b\nc\n'],
    ['leaves unindented text as it is', 'a\n  b\n', 'a\n  b\n'],
    ['ends a file with one newline', 'a\n\n\n', 'a\n'],
    ['keeps blank lines in between', '\n  a\n\n  b\n', 'a\n\nb\n'],
    ['empties blank lines of any width', '\n    a\n \n      \n    b\n', 'a\n\n  \nb\n'],
    ['drops blank lines at both ends', '\n \t\n\n  a\n \n\n', 'a\n'],
    ['makes nothing of nothing', '\n  \n', ''],
    ['removes tabs', '\n\t\ta\n\t\t\tb\n', 'a\n\tb\n'],
    ['removes tabs in front of spaces', '\n\ta\n\t    b\n', 'a\n    b\n'],
    ['does not take a tab for spaces', '\n\ta\n    b\n', '\ta\n    b\n'],
    ['takes what a tab and spaces share', '\n  \ta\n    b\n', '\ta\n  b\n'],
    ['keeps Windows line ends', '\r\n  a\r\n    b\r\n', 'a\r\n  b\n'],
    ['keeps spaces at the end of lines', '\n  a  \n  b', 'a  \nb\n'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => assert.equal(dedent(text), expected));
  }

  const python: [what: string, text: string, expected: string][] = [
    [
      'lets strings stand further left',
      '\n    a = """\nx\n  y\n      z\n    """\n    b = 1\n',
      'a = """\nx\ny\n  z\n"""\nb = 1\n',
    ],
    [
      'is not misled by quotes in comments',
      '\n    # don\'t\n    def f():\n        return \'"""\'\n',
      '# don\'t\ndef f():\n    return \'"""\'\n',
    ],
    ['works on a string that never ends', '\n    a = 1\n    b = """\nx', 'a = 1\nb = """\nx\n'],
  ];
  for (const [what, text, expected] of python) {
    it(`of Python ${what}`, () => assert.equal(dedent(text, codeOnly), expected));
  }

  it('takes a less indented line of other text for the margin', () => {
    assert.equal(dedent('\n    a = """\n  x\n'), '  a = """\nx\n');
  });
});
