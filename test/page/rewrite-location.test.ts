import {assert} from 'chai';
import {rewriteLocation, type ScriptKind} from '../../src/page/rewrite-location.js';

/** What `L` and `O(…)` stand for in the cases below. */
function expand(text: string): string {
  return text
    .replaceAll(/\bL\b/g, 'djangoPlaygroundLocation')
    .replaceAll(/\bO\(/g, 'djangoPlaygroundOf(');
}

describe('rewriteLocation', () => {
  const cases: [text: string, expected: string, kind?: ScriptKind][] = [
    // The name
    ['location = "/x/"', 'L = "/x/"'],
    ['location.href += location.search', 'L.href += L.search'],
    ['f(location, {location, a: location})', 'f(L, {location: L, a: L})'],
    ['`${location}`', '`${L}`'],
    ['({location} = f())', '({location: L} = O(f()))'],
    ['typeof location', 'typeof L'],
    ['var location = "/x/"', 'var L = "/x/"'],
    ['for (const a of location.search) a', 'for (const a of L.search) a'],
    ['return location.href', 'return L.href', 'handler'],
    ['export const here = location.href', 'export const here = L.href', 'module'],

    // A name of the script's own
    ['function f(location) { return location }', 'function f(location) { return location }'],
    ['f(location => location)', 'f(location => location)'],
    ['(({location}) => location)', '(({location}) => location)'],
    ['(([a, {b: location = 1}]) => location)', '(([a, {b: location = 1}]) => location)'],
    ['((...location) => location)', '((...location) => location)'],
    ['{ let location = 1; location }', '{ let location = 1; location }'],
    ['{ let location = 1 } location', '{ let location = 1 } L'],
    ['function f() { location; { var location } }', 'function f() { location; { var location } }'],
    ['try {} catch (location) { location }', 'try {} catch (location) { location }'],
    ['(function location() { location })', '(function location() { location })'],
    ['(class location { a = location })', '(class location { a = location })'],
    ['for (let location of a) location', 'for (let location of a) location'],
    ['import location from "a"; location', 'import location from "a"; location', 'module'],
    [
      'import {b as location} from "a"; location',
      'import {b as location} from "a"; location',
      'module',
    ],
    ['import {location as b} from "a"; location', 'import {location as b} from "a"; L', 'module'],
    ['const location = 1; location', 'const location = 1; location', 'module'],
    ['location: for (;;) break location', 'location: for (;;) break location'],
    ['({location: 1, location() {}})', '({location: 1, location() {}})'],
    ['class A { location = 1; #location = 2 }', 'class A { location = 1; #location = 2 }'],

    // The property
    ['window.location = a', 'O(window).location = a'],
    ['document.location.href', 'O(document).location.href'],
    ['a.b().location.assign(c)', 'O(a.b()).location.assign(c)'],
    ['window["location"]', 'O(window)["location"]'],
    ['a[location.hash]', 'a[L.hash]'],
    ['a?.location', 'O(a)?.location'],
    ['a?.b.location.href', 'O(a?.b)?.location.href'],
    ['a?.b\n  .location.href', 'O(a?.b)\n  ?.location.href'],
    ['a?.b["location"]', 'O(a?.b)?.["location"]'],
    ['(a, b).location', '(O((a, b))).location'],
    ['a.location.location', 'O(O(a).location).location'],
    ['location.location', 'O(L).location'],
    ['new a.location.B(location)', 'new (O(a).location.B)(L)'],
    ['function f() { return[0].location }', 'function f() { return O([0]).location }'],
    [
      'class A extends B { c() { return super.location } }',
      'class A extends B { c() { return super.location } }',
    ],

    // Taken apart
    ['const {location: here, document} = window', 'const {location: here, document} = O(window)'],
    [
      '(function () { const {location} = this; location })',
      '(function () { const {location} = O(this); location })',
    ],
    ['(({location} = window) => location)', '(({location} = O(window)) => location)'],

    // Neither
    [
      '"location"; /location/; a.locations; // location',
      '"location"; /location/; a.locations; // location',
    ],
    ['a ? location : ', 'a ? location : '],
    ['<!-- location\nlocation', '<!-- location\nL'],
  ];
  for (const [text, expected, kind = 'script'] of cases) {
    it(`makes of ${text}${kind === 'script' ? '' : `, a ${kind},`} what asks the guest`, () => {
      assert.equal(rewriteLocation(text, kind), expand(expected));
    });
  }
});
