import {assert} from 'chai';
import {readFiles, readPatch} from '../../src/project/index.js';
import {PlaygroundError} from '../../src/protocol/failure.js';
import {
  BASE,
  blocks,
  FILES,
  FORMS,
  indexScript,
  parse,
  PATHS,
  pre,
  scripts,
  serve,
  tag,
  viewsScript,
} from './forms.js';

const options = {fetch: serve, base: BASE};

describe('the forms of files', () => {
  for (const [name, html] of Object.entries(FORMS)) {
    it(`are the same files as ${name}`, async () => {
      const files = await readFiles(parse(html), options);
      assert.deepEqual(
        files.toSorted((one, other) => PATHS.indexOf(one.path) - PATHS.indexOf(other.path)),
        FILES,
      );
    });
  }

  it('take files away and add some where they extend others', async () => {
    const html = tag(
      `<p data-path="polls/old.py" data-delete>The old one goes.</p>${blocks}` +
        '<a data-path="polls/static/polls/logo.svg" data-hidden href="logo.svg">The logo</a>',
    );
    const {files, removed} = await readPatch(parse(html), {
      base: BASE,
      fetch: url => Promise.resolve(new Response(`<svg>${url}</svg>`)),
    });
    assert.deepEqual(removed, ['polls/old.py']);
    assert.deepEqual(files, [
      ...FILES,
      {
        path: 'polls/static/polls/logo.svg',
        content: `<svg>${BASE}logo.svg</svg>`,
        hidden: true,
      },
    ]);
    assert.deepEqual(await readPatch(parse(tag(''))), {files: [], removed: []});
  });

  it('stay where they are if they belong to another playground', async () => {
    const html = `<p>${tag('')}</p>${viewsScript.replace('<script', '<script for="other"')}`;
    const page = parse(html);
    assert.deepEqual(await readPatch(page), {files: [], removed: []});
  });

  it('take marks from blocks, wrappers and info strings', async () => {
    const files = await readFiles(
      parse(
        tag(
          '<pre data-path="a.py" data-hidden><code data-label="First">a</code></pre>' +
            '<div data-path="b.py" data-readonly><pre data-selected>b</pre></div>' +
            '<pre><code data-meta="path=c.py hidden label=\'The third\'">c</code></pre>' +
            '<pre data-path="d.png" data-encoding="base64">iVBORw==</pre>' +
            '<pre data-path="__init__.py"><code></code></pre>',
        ),
      ),
    );
    assert.deepEqual(files, [
      {path: 'a.py', content: 'a\n', hidden: true, label: 'First'},
      {path: 'b.py', content: 'b\n', readonly: true, selected: true},
      {path: 'c.py', content: 'c\n', hidden: true, label: 'The third'},
      {path: 'd.png', content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47)},
      {path: '__init__.py', content: ''},
    ]);
  });

  it('leave comments alone where they say more than a path, or the path is given', async () => {
    const code = '# views.py\nfrom a import b\n';
    const files = await readFiles(
      parse(tag(pre(code, 'data-path="a.py"') + pre(`# about views.py\n${code}`, 'title="b.py"'))),
    );
    assert.deepEqual(
      files.map(({content}) => content),
      [code, `# about views.py\n${code}`],
    );
  });

  it('leave other slots and the blocks of other playgrounds alone', async () => {
    const html = tag(
      `<div slot="output"><pre data-path="no.py">no</pre></div>${blocks}` +
        `<pre>$ python manage.py migrate</pre>${tag(pre('no', 'data-path="inner.py"'))}`,
    );
    assert.deepEqual(await readFiles(parse(html)), FILES);
  });

  it('take one backslash from what HTML could not carry, and none elsewhere', async () => {
    const text = String.raw`<\/script> <\\/SCRIPT> <\!-- <\b> "<\\!--" \/script`;
    const [file] = await readFiles(
      parse(tag(`<script type="text/x-django" path="a.js">${text}</script>`)),
    );
    assert.equal(file?.content, String.raw`</script> <\/SCRIPT> <!-- <\b> "<\!--" \/script` + '\n');
  });

  const failing: readonly [string, string, string, string][] = [
    ['is missing', 'nowhere.json', 'file-unavailable', '404'],
    ['is no JSON', 'broken.json', 'bad-source', 'broken.json'],
    ['has an item without a path', 'odd.json', 'bad-source', 'no path'],
    ['is a zip that is cut', 'cut.zip', 'bad-source', 'unzipped'],
  ];
  for (const [name, src, code, part] of failing) {
    it(`say what to do where src ${name}`, async () => {
      const error: unknown = await readFiles(parse(tag('', `src="${src}"`)), options).catch(
        (reason: unknown) => reason,
      );
      assert.instanceOf(error, PlaygroundError);
      assert.equal(error.code, code);
      assert.include(error.message, part);
    });
  }
});

/** What an author meant, what became of it, and a word of what is said about it. */
const MANGLED: readonly [string, string, string][] = [
  [
    'a script that is not closed',
    tag(viewsScript.replace('</script>', '') + indexScript),
    'goes on',
  ],
  ['a last script that is not closed', tag(viewsScript.replace('</script>', '')), 'goes on'],
  [
    'a script that Markdown cut',
    tag('<script type="text/x-django" path="a.py">\nimport a\n<p>def b():</p>\n</script>'),
    'blank line',
  ],
  [
    'a script that Markdown escaped',
    tag('<script type="text/x-django" path="a.py">a = &quot;b&quot;</script>'),
    'escaped',
  ],
  [
    'markup that became text',
    tag(`${viewsScript}<p>&lt;script type=“text/x-django” path=“b.py”&gt;</p>`),
    'stands as text',
  ],
  ['quotes that became typographic', tag('<pre data-path="a.py">a = “b”</pre>'), 'not straight'],
  ['a space that does not break', tag('<pre data-path="a.py">a =&nbsp;1</pre>'), 'break'],
  ['a block without a path', tag(`${blocks}<pre>b = 1</pre>`), 'A code block'],
  [
    'blocks without a path, and nothing else',
    tag('<pre>a = 1</pre><pre>b = 1</pre>'),
    '2 code blocks',
  ],
  ['nothing at all', tag(''), 'no files'],
];

describe('markup that something spoilt', () => {
  const {warn} = console;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });

  afterEach(() => {
    console.warn = warn;
  });

  for (const [name, html, part] of MANGLED) {
    it(`is told of, once: ${name}`, async () => {
      const element = parse(html);
      await readFiles(element).catch(() => {});
      // Of what can be read all the same it is told after that.
      while (warnings.length === 0) await new Promise(requestAnimationFrame);
      await readFiles(element).catch(() => {});
      await readPatch(element).catch(() => {});
      assert.lengthOf(warnings, 1);
      assert.include(warnings[0], part);
    });
  }

  it('is not told of where nothing is', async () => {
    const typographic = '# It’s “fine”\na = "“b”\u00a0&quot;"\nb = """\n<p>c</p>\n"""\n';
    for (const html of [
      ...Object.values(FORMS),
      tag(pre(typographic, 'data-path="a.py"')),
      tag(`<span slot="title">path="no.py"</span>${scripts}`),
    ]) {
      await readFiles(parse(html), options);
    }
    assert.deepEqual(warnings, []);
  });
});
