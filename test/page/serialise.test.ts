import {assert} from 'chai';
import {serialise} from '../../src/page/serialise.js';

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

describe('serialise', () => {
  for (const html of [
    '<!DOCTYPE html><html lang="en" class="a b" data-x="&quot;&amp;&lt;"><head><title>T &amp; t</title></head><body onload="x()"><p>é</p></body></html>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><html><head></head><body></body></html>',
    '<!DOCTYPE html SYSTEM "about:legacy-compat"><html><head></head><body></body></html>',
    '<html><head></head><body>no doctype</body></html>',
    '<!-- a --><!DOCTYPE html><!-- b --><html><head></head><body></body></html><!-- c -->',
    '<!DOCTYPE html><html><head></head><body><pre>\n\nx</pre><textarea>\n\n\ny</textarea></body></html>',
    '<!DOCTYPE html><html><head></head><body><template><pre>\n\nx</pre></template></body></html>',
    '<!DOCTYPE html><html><head><script>if (a < b && c) "</scr" + "ipt>"</script><style>a > b{}</style></head><body></body></html>',
    '<!DOCTYPE html><html><head></head><body><svg viewBox="0 0 1 1"><foreignObject><p>x</p></foreignObject></svg><math><mi>x</mi></math></body></html>',
    '<!DOCTYPE html><html><head></head><body><x-tab><template shadowrootmode="open"><slot></slot></template></x-tab></body></html>',
  ]) {
    it(`gives back ${JSON.stringify(html.slice(0, 90))}`, () => {
      const once = parse(html);
      const again = parse(serialise(parse(html)));
      assert.isTrue(again.isEqualNode(once), again.documentElement.outerHTML);
      assert.equal(again.compatMode, once.compatMode);
    });
  }

  it('keeps controls with a form that begins in a table', () => {
    const html =
      '<table><form action=/x/><tr><td><input name=id><button>Go</button></td></tr></form></table><input name=free>';
    const again = parse(serialise(parse(html)));
    const form = again.querySelector('form');
    assert.sameMembers(
      [...(form?.elements ?? [])].map(control => control.localName),
      ['input', 'button'],
    );
    assert.isNull(again.querySelector<HTMLInputElement>('[name=free]')?.form);
  });
});
