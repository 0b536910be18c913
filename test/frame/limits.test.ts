import {assert} from 'chai';
import {Allowance} from '../../src/frame/allowance.js';
import {Restlessness} from '../../src/frame/restlessness.js';

describe('what documents may do', () => {
  it('is so much at once, and more after a pause only', () => {
    let now = 0;
    const allowance = new Allowance(3, 1, () => now);
    const take = (): boolean => allowance.take();
    assert.deepEqual([take(), take(), take(), take()], [true, true, true, false]);
    for (let step = 0; step < 100; step++) {
      now += 500;
      assert.isFalse(take(), 'Trying on and on earns nothing');
    }
    now += 2000;
    assert.deepEqual([take(), take(), take()], [true, true, false]);
  });

  it('is not to lead to others again and again', () => {
    let now = 0;
    const restlessness = new Restlessness(() => now);
    const moves = (count: number, milliseconds: number, isWanted = false): boolean => {
      for (let move = 0; move < count; move++) {
        restlessness.begin();
        now += milliseconds;
        restlessness.move(isWanted);
      }
      return restlessness.isRestless;
    };
    assert.isFalse(moves(100, 1000), 'A page that is refreshed every second');
    assert.isFalse(moves(100, 100, true), 'A reader in a hurry');
    assert.isFalse(moves(12, 100), 'Some redirects');
    restlessness.begin();
    restlessness.begin();
    assert.isFalse(moves(12, 100), 'Some redirects of a page that somebody went to');
    assert.isTrue(moves(1, 100), 'A loop');
    now += 1000;
    restlessness.move(false);
    assert.isFalse(restlessness.isRestless, 'A loop that has ended');
  });
});
