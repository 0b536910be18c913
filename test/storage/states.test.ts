import {expect} from 'chai';
import {freshName, open, openRaw, state, tidyUp} from './storage.js';

describe('what readers did, in storage', () => {
  afterEach(tidyUp);

  it('comes back as it was', async () => {
    const name = freshName();
    expect(await open({name}).states.write('one', state())).to.equal(true);
    const {states, warnings} = open({name});
    expect(await states.read('one')).to.deep.equal(state());
    expect(await states.read('another')).to.equal(undefined);
    expect(warnings).to.deep.equal([]);
  });

  it('may be of a page without an address', async () => {
    const {states} = open({name: freshName()});
    const {address: _, ...nowhere} = state();
    await states.write('one', nowhere);
    expect(await states.read('one')).to.deep.equal(nowhere);
  });

  it('is replaced and removed', async () => {
    const {states, warnings} = open({name: freshName()});
    await states.write('one', state());
    await states.write('one', {...state(), edits: {}});
    expect((await states.read('one'))?.edits).to.deep.equal({});
    await states.remove('one');
    expect(await states.read('one')).to.equal(undefined);
    expect(warnings).to.deep.equal([]);
  });

  it('is refused when it is too large', async () => {
    const {states, warnings} = open({name: freshName()});
    await states.write('one', state());
    for (const _ of [1, 2]) {
      expect(await states.write('one', state(20 * 1024 * 1024))).to.equal(false);
    }
    expect(await states.read('one')).to.deep.equal(state());
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('too large').and.include('lost with a reload');
  });

  it('is refused and removed when it is of another shape', async () => {
    const name = freshName();
    const {states, warnings} = open({name});
    await states.write('one', state());
    const raw = await openRaw(name);
    for (const foreign of [
      {...state(), edits: {'a.py': 1}},
      {...state(), removed: 'a.py'},
      {...state(), bytes: [{path: 'a.png', content: 'text'}]},
      {...state(), written: 'all'},
      {...state(), cookies: [{name: 'sessionid', value: 'x'}]},
      {...state(), storages: {local: [['theme']], session: [], databases: []}},
      {...state(), storages: {local: [], session: [], databases: [{name: 'drafts'}]}},
      {
        ...state(),
        storages: {local: [], session: [], databases: [], caches: [{name: 'a', answers: [{}]}]},
      },
      {...state(), visitors: [{address: '/'}]},
      'text',
    ]) {
      await raw.put('states', foreign, 'one');
      expect(await states.read('one'), JSON.stringify(foreign)).to.equal(undefined);
      expect(await raw.count('states')).to.equal(0);
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('damaged').and.include('lost with a reload');
  });
});
