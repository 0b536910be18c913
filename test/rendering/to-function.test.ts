import {expect} from 'chai';
import {prepareRendering} from '../../src/rendering/index.js';
import {
  RENDERER,
  type ImportedText,
  type Rendered,
  type StartRenderer,
} from '../../src/protocol/rendering.js';

const said: string[] = [];

async function importText(code: string): Promise<ImportedText> {
  const url = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
  return {url, namespace: (await import(/* @vite-ignore */ url)) as ImportedText['namespace']};
}

/** Runs modules as the interpreter's thread does, and calls the default export of the first. */
async function render(sources: Readonly<Record<string, string>>, props = {}): Promise<Rendered> {
  const files = Object.entries(sources).map(([path, text]) => ({
    path,
    content: new TextEncoder().encode(text),
  }));
  const {renderer: script, modules} = prepareRendering(files);
  await importText(script);
  const start = (globalThis as unknown as Record<string, StartRenderer>)[RENDERER];
  const renderer = await start?.(modules, {
    root: '/project/',
    import: importText,
    output: (_stream, text) => said.push(text),
  });
  const [first = ''] = Object.keys(sources);
  return JSON.parse(
    renderer?.render(`/project/${first}`, 'default', JSON.stringify(props)) ?? '{}',
  ) as Rendered;
}

async function html(sources: Readonly<Record<string, string>>, props = {}): Promise<string> {
  const rendered = await render(sources, props);
  expect(rendered).to.have.property('html');
  return 'html' in rendered ? rendered.html : '';
}

const LIST = `
export let count = 0;
export const add = () => { count += 1; };
export default class List { toString() { return 'list'; } }
export function self() { return this === undefined; }
export {count as 'a number'};
`;

describe('a module as a function', () => {
  it('imports what others export, as it is at the moment', async () => {
    const page = `
import List, {add, count, self as alone, 'a number' as number} from './list.js'
import * as all from './list.js'
add()
;[1].forEach(add)
export default () => {
  const shown = {count, number, name: String(new List()), alone: alone(), other: all.self()}
  return JSON.stringify(shown)
}`;
    expect(JSON.parse(await html({'page.js': page, 'list.js': LIST}))).to.deep.equal({
      count: 2,
      number: 2,
      name: 'list',
      alone: true,
      other: false,
    });
  });

  it('tells its own names from imported ones', async () => {
    const page = `
import {a, b, c} from './names.js';
function inner(a) { return a; }
const outer = () => { let b = 'own'; { let c = 'own'; } return b + c; };
const {a: d, ...rest} = {a, b};
class A { a = 1; [b]() { return a; } static { var c = a; } }
label: for (const c of [1]) break label;
try { throw 0 } catch (b) { var caught = b; }
export default () => [inner(1), outer(), d, rest.b, new A().a, new A()['B'](), caught, typeof a, \`\${c}\`].join()`;
    const names = `const [a, b] = ['A', 'B']; export {a, b}; export const {c} = {c: 'C'};`;
    expect(await html({'page.js': page, 'names.js': names})).to.equal('1,ownC,A,B,1,A,0,string,C');
  });

  it('keeps to the order of modules, cycles included, and runs each once', async () => {
    said.length = 0;
    const sources = {
      'page.js': `
import {even} from './even.js';
import './last.js';
console.log('page');
export default ({n}) => String(even(n));`,
      'even.js': `
console.log('even');
import {odd} from './odd.js';
export function even(n) { return n === 0 || odd(n - 1); }`,
      'odd.js': `
import {even} from './even.js';
console.log('odd', {n: 1});
export const odd = n => n !== 0 && even(n - 1);`,
      'last.js': `import './even.js'; console.warn('last');`,
    };
    expect(await html(sources, {n: 4})).to.equal('true');
    expect(said).to.deep.equal(['odd {"n":1}\n', 'even\n', 'last\n', 'page\n']);
  });

  for (const [what, text] of Object.entries({
    'a function': 'export default function () { return "x" }',
    'a named function': 'export default function page() { return "x" }',
    'an arrow': 'export default\n  () => "x"',
    'a value in parentheses': 'const f = () => "x"; export default (0, f)',
    'a name': 'const f = () => "x"\nexport {f as default}',
    'what another module exports': 'export {default} from "./other.js"',
    'an imported name': 'import f from "./other.js"; export {f as default}',
  })) {
    it(`exports ${what} as its default`, async () => {
      const other = 'export default () => "x"; export const unused = 1';
      expect(await html({'page.js': text, 'other.js': other})).to.equal('x');
    });
  }

  it('names the line that threw, in each module on the way', async () => {
    const page = `import {item} from './item.js';
export default function page({items}) {
  return items.map(
    each => item(each),
  ).join('');
}`;
    const item = `import './nothing.js';

export const item = ({name}) =>
  name.text.trim();
`;
    const sources = {'page.js': page, 'item.js': item, 'nothing.js': ''};
    const rendered = await render(sources, {items: [{name: {}}]});
    expect(rendered).to.have.nested.property('error.name', 'TypeError');
    const frames = 'error' in rendered ? rendered.error.frames : [];
    expect(frames.map(({path, line}) => `${path}:${line}`)).to.deep.equal([
      '/project/item.js:4',
      '/project/page.js:4',
      '/project/page.js:3',
    ]);
    expect([frames[0]?.name, frames[2]?.name]).to.deep.equal(['item', 'page']);
  });

  for (const [text, message, line] of [
    ['const a = 1;\nconst b = = 2;', 'Unexpected token', 2],
    ['\n\nconst a = await 1;', 'cannot await at its top', 3],
    ['import {nope} from "./other.js"', "export named 'nope'", 1],
    ['import preact from "preact"', "Cannot find package 'preact'", 1],
    ['import "./nowhere.js"', "Cannot find module '/project/nowhere.js'", 1],
  ] as const) {
    it(`says of ${JSON.stringify(text)} what is wrong`, async () => {
      const rendered = await render({'page.js': text, 'other.js': ''});
      expect(rendered).to.have.property('error');
      const {error} = rendered as Extract<Rendered, {error: unknown}>;
      expect(error.message).to.include(message);
      expect(error.frames[0]).to.include({path: '/project/page.js', line});
      // A module that others do not use does not keep them from running.
      const other = {'other.js': 'export default () => "x"', 'page.js': text};
      expect(await html(other)).to.equal('x');
    });
  }
});
