import axe from 'axe-core';
import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {until} from './kept.js';
import {face, mount, once} from './playground.js';

const SOURCES = {
  'shelf/models.py': `from django.db import models

class Book(models.Model):
    title = models.CharField(max_length=50)
`,
  'shelf/views.py': `from django.http import HttpResponse

def index(request):
    return HttpResponse("shelf " + request.GET.get("page", ""))
`,
};

function press(element: HTMLElement, key: string): void {
  element.focus();
  element.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, composed: true}),
  );
}

describe('prose around <django-playground>', () => {
  let playground: DjangoPlayground;
  let prose: HTMLElement;

  const find = (selector: string): HTMLElement => {
    const found = prose.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };

  const state = (selector: string): string | null =>
    find(selector).getAttribute('data-django-state');

  before(async () => {
    prose = document.createElement('main');
    prose.innerHTML = `
      <p>
        Run <code class="make" data-django-manage>python manage.py makemigrations shelf</code>,
        then <code class="fail" data-django-manage="migrate nothing">migrate</code>, look at
        <a class="page" data-django-path="/shelf/?page=2">page 2</a>, at
        <a class="line" data-django-file="shelf/views.py" data-django-line="4">line 4</a> and at
        <a class="gone" data-django-file="gone.py" href="#gone">what is gone</a>. Not
        <code class="other" data-django-manage="check" data-for="nobody">check</code>.
      </p>`;
    document.body.append(prose);
    playground = mount(SOURCES);
    await until('it is live', () => find('.make').role === 'button');
  });

  after(() => {
    playground.remove();
    prose.remove();
  });

  it('says what it does', async () => {
    expect(find('.make').title).to.equal('Run this command in the playground');
    expect(find('.page').role).to.equal('link');
    expect(find('.gone').role).to.equal(null);
    expect(find('.other').outerHTML).to.equal(
      '<code class="other" data-django-manage="check" data-for="nobody">check</code>',
    );
    expect(playground.state).to.equal('idle');
    const {violations} = await axe.run(prose);
    expect(violations.map(({id, help}) => `${id}: ${help}`)).to.deep.equal([]);
  });

  it('runs commands, in the console', async () => {
    const ended = once(playground, 'django-playground-command');
    press(find('.make'), ' ');
    await until('it runs', () => state('.make') === 'busy');
    const {args, result} = await ended;
    expect([args, result.exitCode]).to.deep.equal([['makemigrations', 'shelf'], 0]);
    await until('it is done', () => state('.make') === 'done');
    expect(find('.make').getAttribute('aria-description')).to.equal('Has been run');
    const log = playground.shadowRoot?.querySelector('django-playground-console')?.shadowRoot;
    expect(log?.textContent).to.include('Create model Book');
    find('.fail').click();
    await until('it has failed', () => state('.fail') === 'failed');
  });

  it('shows pages and lines', async () => {
    const shown = once(playground, 'django-playground-response');
    press(find('.page'), 'Enter');
    expect((await shown).path).to.equal('/shelf/?page=2');
    find('.line').click();
    const pane = playground.shadowRoot?.querySelector('django-playground-files');
    await until('the line is shown', () => {
      const line = pane?.shadowRoot?.querySelector('.cm-activeLine');
      return line?.textContent.includes('return HttpResponse') ?? false;
    });
    find('.gone').click();
    await until('it is said', async () =>
      (await face(playground)).includes('There is no file gone.py in this playground now.'),
    );
    expect(location.hash).to.equal('');
  });

  it('is made live when it comes later, and plain when the playground goes', async () => {
    const late = document.createElement('code');
    late.dataset['djangoManage'] = 'check';
    prose.append(late);
    await until('it is live', () => late.role === 'button');
    await playground.reset();
    await until('nothing is done', () => state('.make') === null);
    playground.remove();
    await until('it is plain', () => late.role === null);
    expect(late.getAttributeNames()).to.deep.equal(['data-django-manage']);
  });
});
