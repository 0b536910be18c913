import {strFromU8, unzipSync} from 'fflate';
import {expect} from 'chai';
import {toArchive, type ArchiveContent} from '../../src/giving/index.js';

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function nameOf(title: string): string {
  return toArchive({title, files: [], written: [], data: true, django: '5.2'}).name;
}

/** What is in an archive, as text, by path. */
function contents(content: Partial<ArchiveContent>): Record<string, string> {
  const {bytes: zip} = toArchive({
    title: 'My site',
    files: [{path: 'manage.py', content: bytes('#')}],
    written: [],
    data: true,
    django: '5.2.1',
    ...content,
  });
  const entries = Object.entries(unzipSync(zip));
  return Object.fromEntries(entries.map(([path, content_]) => [path, strFromU8(content_)]));
}

const DATABASE = {path: 'db.sqlite3', content: bytes('SQLite')};
const MIGRATION = {
  path: 'polls/migrations/0001_initial.py',
  content: bytes('class Migration: pass'),
};

describe('an archive', () => {
  it('is named as a file that every system takes', () => {
    expect(nameOf('Writing your first app, part 2')).to.equal('writing-your-first-app-part-2.zip');
    expect(nameOf('Über uns!')).to.equal('über-uns.zip');
    expect(nameOf('../../etc')).to.equal('etc.zip');
    expect(nameOf('')).to.equal('django-project.zip');
    expect(nameOf('CON')).to.equal('django-project.zip');
  });

  it('has one folder with the project, its requirements and how to run it', () => {
    const files = contents({written: [DATABASE], superuser: 'ada:love:lace'});
    expect(Object.keys(files).toSorted()).to.deep.equal([
      'my-site/README.md',
      'my-site/db.sqlite3',
      'my-site/manage.py',
      'my-site/requirements.txt',
    ]);
    expect(files['my-site/requirements.txt']).to.equal('Django==5.2.1\n');
    const readme = files['my-site/README.md'];
    expect(readme).to.include('# My site');
    expect(readme).to.include('`ada` with the password `love:lace`');
    expect(readme).not.to.include('manage.py migrate\npython');
  });

  it('leaves the data out, but not the migrations, and says what makes a database', () => {
    const written = [DATABASE, MIGRATION, {path: 'media/a.png', content: bytes('png')}];
    const models = {path: 'polls/models.py', content: bytes('')};
    const files = contents({files: [models], written, data: false, superuser: 'ada:lovelace'});
    expect(Object.keys(files)).to.include('my-site/polls/migrations/0001_initial.py');
    expect(Object.keys(files)).not.to.include('my-site/db.sqlite3');
    expect(Object.keys(files)).not.to.include('my-site/media/a.png');
    expect(files['my-site/README.md']).to.include(
      'python manage.py migrate\npython manage.py runserver',
    );
    expect(files['my-site/README.md']).not.to.include('lovelace');
    const unmade = contents({files: [models]});
    expect(unmade['my-site/README.md']).to.include('manage.py migrate --run-syncdb\n');
  });

  it('names what parts of Django need', () => {
    const settings = 'ENGINE = "django.db.backends.postgresql"';
    const fields = 'picture = models.ImageField()';
    const files = contents({
      files: [
        {path: 'mysite/settings.py', content: bytes(settings)},
        {path: 'polls/models.py', content: bytes(fields)},
      ],
    });
    expect(files['my-site/requirements.txt']).to.equal('Django==5.2.1\npsycopg[binary]\nPillow\n');
  });

  it('names what was asked for, where a page has it', () => {
    const asked = {text: 'a @ /a-1-py3-none-any.whl\nb', base: 'https://example.com/docs/'};
    const list = (files: ArchiveContent['files']) =>
      contents({files, requirements: asked})['my-site/requirements.txt'];
    const address = 'a @ https://example.com/a-1-py3-none-any.whl';
    expect(list([])).to.equal(`Django==5.2.1\n${address}\nb\n`);
    expect(
      list([{path: 'requirements.txt', content: bytes('# c.whl\n./c-1-py3-none-any.whl  # c\n')}]),
    ).to.equal(
      `Django==5.2.1\n${address}\nb\n# c.whl\n` +
        'https://example.com/docs/c-1-py3-none-any.whl  # c\n',
    );
  });

  it("keeps the author's own requirements and README", () => {
    const own = (text: string): string | undefined =>
      contents({files: [{path: 'requirements.txt', content: bytes(text)}]})[
        'my-site/requirements.txt'
      ];
    expect(own('Django>=5\nhtmx\n')).to.equal('Django>=5\nhtmx\n');
    expect(own('django-htmx\n')).to.equal('Django==5.2.1\ndjango-htmx\n');
    const files = contents({files: [{path: 'README.md', content: bytes('Mine')}]});
    expect(files['my-site/README.md']).to.equal('Mine');
    expect(files['my-site/RUN.md']).to.include('runserver');
  });
});
