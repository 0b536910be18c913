import {assert} from 'chai';
import {readVisitors} from '../../src/windows/index.js';

describe('visitors', () => {
  const path = undefined;
  const cases: [text: string, visitors: readonly unknown[]][] = [
    ['', []],
    ['1', []],
    ['Ann', []],
    [
      '2',
      [
        {name: 'No. 1', path},
        {name: 'No. 2', path},
      ],
    ],
    ['9', [1, 2, 3, 4].map(number => ({name: `No. ${number}`, path}))],
    [
      'Ann, Ben',
      [
        {name: 'Ann', path},
        {name: 'Ben', path},
      ],
    ],
    [
      'Ann,Ben /admin/?a=b',
      [
        {name: 'Ann', path},
        {name: 'Ben', path: '/admin/?a=b'},
      ],
    ],
    [
      'Ann Lee , /me/',
      [
        {name: 'Ann Lee', path},
        {name: 'No. 2', path: '/me/'},
      ],
    ],
  ];
  for (const [text, expected] of cases) {
    it(`are read from “${text}”`, () => {
      assert.deepEqual<unknown>(
        readVisitors(text, number => `No. ${number}`),
        expected,
      );
    });
  }
});
