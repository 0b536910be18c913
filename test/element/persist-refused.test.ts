import {expect} from 'chai';
import {mount, text} from './playground.js';

describe('<django-playground persist> where the browser stores nothing', () => {
  const {warn} = console;
  const warnings: string[] = [];

  before(() => {
    Object.defineProperty(globalThis, 'indexedDB', {value: undefined, configurable: true});
    console.warn = (message: string) => warnings.push(message);
  });

  after(() => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    console.warn = warn;
  });

  it('works, and says once that nothing is kept', async () => {
    const playground = mount(
      {
        'views.py':
          'from django.http import HttpResponse\n\ndef index(request):\n    return HttpResponse("Hello")\n',
      },
      {persist: ''},
    );
    expect(await text(playground, '/')).to.equal('Hello');
    await playground.manage([
      'createsuperuser',
      '--noinput',
      '--username=ada',
      '--email=ada@x.org',
    ]);
    await playground.reset();
    expect(await text(playground, '/')).to.equal('Hello');
    playground.remove();
    const told = warnings.filter(message => message.includes('may be lost with a reload'));
    expect(told).to.have.length(1);
    expect(told[0]).to.include('This browser lets the page store nothing');
  });
});
