import axe from 'axe-core';
import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {until} from '../setup/until.js';
import {mount, once} from './playground.js';

const SOURCES = {
  'notes/views.py': `
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse

def index(request):
    return HttpResponse("Notes")

def remind(request):
    message = EmailMultiAlternatives(
        "Your notes",
        f"Look at {request.build_absolute_uri('/notes/?from=mail')}.",
        "notes@example.com",
        ["Ann <ann@example.com>"],
        bcc=["boss@example.com"],
    )
    message.attach_alternative("<script>top.stolen = 1</script><b>Look</b>", "text/html")
    message.attach("notes.pdf", b"12345", "application/pdf")
    return HttpResponse(message.send())
`,
};

describe('e-mail of a site', () => {
  let playground: DjangoPlayground;

  before(async () => {
    playground = mount(SOURCES, {path: '/notes/'});
    await playground.run();
  });

  after(() => playground.remove());

  it('is shown in the console, and leads where its links lead', async () => {
    const told = once(playground, 'django-playground-mail');
    await playground.request('/notes/remind/');
    const {mail} = await told;
    expect(mail).to.deep.include({
      from: 'notes@example.com',
      to: ['Ann <ann@example.com>'],
      bcc: ['boss@example.com'],
      subject: 'Your notes',
      attachments: [{name: 'notes.pdf', type: 'application/pdf', size: 5}],
    });
    playground.shadowRoot?.querySelector<HTMLElement>('.console-toggle')?.click();
    const row = await until('the console shows it', () =>
      playground.shadowRoot
        ?.querySelector('django-playground-console')
        ?.shadowRoot?.querySelector<HTMLDetailsElement>('.mail'),
    );
    const said = row.querySelector('summary')?.textContent?.trim().replaceAll(/\s+/g, ' ');
    expect(said).to.equal('E-mail Ann <ann@example.com> Your notes');
    expect(row.open).to.equal(false);
    row.querySelector('summary')?.click();
    await until('it is open', () => row.open);
    const {violations} = await axe.run(row);
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
    expect(row.textContent).to.include('boss@example.com').and.include('notes.pdf');
    // Its HTML is nothing but text.
    expect(row.textContent).to.include('<script>top.stolen = 1</script><b>Look</b>');
    const shown = once(playground, 'django-playground-response', isLinkInMail);
    row.querySelector<HTMLElement>('.letter .link')?.click();
    await shown;
  });
});

function isLinkInMail({path}: {path: string}): boolean {
  return path === '/notes/?from=mail';
}
