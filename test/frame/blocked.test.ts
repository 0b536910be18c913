import {assert} from 'chai';
import {makeOutput} from './output.js';

// In a file of its own: a policy cannot be taken back, and counts for all that the page does later.
describe('a page whose own policy forbids inline scripts', () => {
  before(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "script-src 'self'";
    document.head.append(policy);
  });

  it('shows documents all the same, and hears that links and forms do not work', async () => {
    const frame = makeOutput();
    const entries = history.length;
    await frame.show('<p>A document without a guest');
    assert.include(frame.shown()?.srcdoc, 'A document without a guest');
    await frame.next('blocked');
    assert.equal(history.length, entries);
    frame.remove();
  });
});
