import {assert} from 'chai';
import {PlaygroundError} from '../../src/protocol/failure.js';
import {parseSuperuser} from '../../src/project/index.js';

describe('parseSuperuser', () => {
  it('takes everything behind the first colon for the password', () => {
    assert.deepEqual(parseSuperuser(' admin:a:b c '), {name: 'admin', password: 'a:b c'});
  });

  for (const [text, missing] of [
    ['', 'name'],
    [':secret', 'name'],
    [' : secret', 'name'],
    ['admin', 'password'],
    ['admin:', 'password'],
  ] as const) {
    it(`says that ${JSON.stringify(text)} has no ${missing}`, () => {
      assert.throws(
        () => parseSuperuser(text),
        PlaygroundError,
        new RegExp(`has no ${missing}.*superuser="admin:secret"`),
      );
    });
  }
});
