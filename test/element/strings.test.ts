import {expect} from 'chai';
import {GERMAN} from '../../demo/german.js';
import {ENGLISH} from '../../src/index.js';

/** Names of all texts, e.g. `states.idle`, with what each is. */
function outline(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'object' && text !== null && name !== 'phrases'
      ? outline(text as object, `${prefix}${name}.`)
      : [`${prefix}${name}: ${typeof text}`],
  );
}

describe("the demo's German texts", () => {
  it('are all there, and none that is not used', () => {
    expect(outline(GERMAN).toSorted()).to.deep.equal(outline(ENGLISH).toSorted());
  });

  it('are all there for what can be done with files, too', async () => {
    const [german, english] = await Promise.all(
      [GERMAN, ENGLISH].map(each => each.pane.operations()),
    );
    expect(outline(german ?? {}).toSorted()).to.deep.equal(outline(english ?? {}).toSorted());
  });

  it('are all there for the console, too', async () => {
    const [german, english] = await Promise.all([GERMAN, ENGLISH].map(each => each.consoleTexts()));
    expect(outline(german ?? {}).toSorted()).to.deep.equal(outline(english ?? {}).toSorted());
  });

  it('are all there for chains, too', async () => {
    const [german, english] = await Promise.all([GERMAN, ENGLISH].map(each => each.chain()));
    expect(outline(german ?? {}).toSorted()).to.deep.equal(outline(english ?? {}).toSorted());
  });

  it('are all there for what Run loads, too', async () => {
    const [german, english] = await Promise.all([GERMAN, ENGLISH].map(each => each.cost()));
    expect(outline(german ?? {}).toSorted()).to.deep.equal(outline(english ?? {}).toSorted());
  });

  it('are all there for the editor, too', async () => {
    const [german, english] = await Promise.all([GERMAN, ENGLISH].map(each => each.editor()));
    expect(outline(german ?? {}).toSorted()).to.deep.equal(outline(english ?? {}).toSorted());
  });

  it('are German', () => {
    const same = Object.entries(GERMAN).filter(
      ([name, text]) => typeof text === 'string' && text === ENGLISH[name as keyof typeof ENGLISH],
    );
    expect(same.map(([name]) => name)).to.deep.equal(['code']);
  });
});
