import {expect} from 'chai';
import {completeProject, shownPaths} from '../../src/project/index.js';
import {WrittenSources} from '../../src/element/written-sources.js';

const MODELS = {path: 'models.py', content: 'from django.db import models\n'};
const APP = {path: 'polls/models.py', content: MODELS.content};
const bytes = new TextEncoder().encode('class Migration: ...\n');

describe('the path of what Django writes', () => {
  it('is that beside modules that lie at the root', () => {
    const shown = shownPaths([MODELS]);
    expect(shown('app/migrations/0001_initial.py')).to.equal('migrations/0001_initial.py');
    expect(shown('blog/migrations/0001_initial.py')).to.equal('blog/migrations/0001_initial.py');
    expect(shownPaths([APP])('polls/migrations/0001_initial.py')).to.equal(
      'polls/migrations/0001_initial.py',
    );
  });

  it('leads to where it was written once it is a file of the reader’s', () => {
    const path = 'migrations/0001_initial.py';
    const {files} = completeProject([MODELS, {path, content: ''}]);
    expect(files[1]?.storedAs).to.equal(`app/${path}`);
  });

  it('is that by which it is listed, unless the project has the file itself', () => {
    const sources = new WrittenSources();
    sources.apply([{path: 'app/migrations/0001_initial.py', content: bytes}], [MODELS]);
    const [listed] = sources.beside([MODELS]);
    expect(listed).to.include({
      path: 'migrations/0001_initial.py',
      storedAs: 'app/migrations/0001_initial.py',
    });
    expect(
      sources.beside([MODELS, {path: 'migrations/0001_initial.py', content: ''}]),
    ).to.have.length(0);
    sources.apply([{path: 'app/migrations/0001_initial.py', content: null}], [MODELS]);
    expect(sources.beside([MODELS])).to.have.length(0);
  });
});
