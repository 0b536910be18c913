/** What the plugins make of fences: those of markdown-it, remark, rehype and Python the same. */
import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import MarkdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import {unified} from 'unified';
import {CACHE, ROOT} from '../../src/build/paths.js';
import {ELEMENT_WORDS} from '../../src/markdown/fence.js';
import markdownItPlayground from '../../src/markdown/markdown-it.js';
import rehypePlayground from '../../src/markdown/rehype.js';
import remarkPlayground from '../../src/markdown/remark.js';
import {NotInstalled} from './generator.js';
import {runPython} from './install.js';

const FENCES = `
\`\`\`python django-playground=polls path=polls/views.py superuser="a:b c" url=/polls/?a&b bare
a
\`\`\`

\`\`\`html django-playground=polls path='a "b".html' hidden readonly label="It's <here>" run=load
b
\`\`\`

Prose.

\`\`\`python django-playground=polls path=polls/urls.py selected run=visible
c
\`\`\`

\`\`\`python
d
\`\`\`

\`\`\`python django-playground path=one.py
f
\`\`\`

\`\`\`python django-playground
# two.py
g
\`\`\`

~~~python django-playground=first path=h.py
\`\`\`python django-playground=within
~~~

~~~python django-playground=second path=i.py delete preserve-whitespace
i
~~~
`;

const PLAYGROUNDS = `django-playground[id=polls][superuser=a:b c][path=/polls/?a&b][bare][run=load]
  figure[data-path=polls/views.py] polls/views.py | a
  figure[data-path=a "b".html][data-hidden][data-readonly][data-label=It's <here>] a "b".html | b
p Prose.
figure[data-path=polls/urls.py][data-selected][data-for=polls] polls/urls.py | c
pre d
django-playground
  figure[data-path=one.py] one.py | f
  figure # two.py g
django-playground[id=first]
  figure[data-path=h.py] h.py | \`\`\`python django-playground=within
django-playground[id=second]
  figure[data-path=i.py][data-delete][data-preserve-whitespace] i.py | i`;

/** The tag itself, which a fence before it points to. */
const TAG = `
\`\`\`python django-playground=polls path=a.py
a
\`\`\`

<django-playground id="polls" path="/">

\`\`\`python path=b.py readonly
b
\`\`\`

\`\`\`python
# c.py
\`\`\`

</django-playground>
`;

const TAGGED = `figure[data-path=a.py][data-for=polls] a.py | a
django-playground[id=polls][path=/]
  figure[data-path=b.py][data-readonly] b.py | b
  pre # c.py`;

const CONTAINER = `
::: django-playground polls url=/polls/ bare
\`\`\`python path=a.py
a
\`\`\`

Prose.
:::

\`\`\`python django-playground=polls path=b.py
b
\`\`\`
`;

const CONTAINED = `django-playground[id=polls][path=/polls/][bare]
  figure[data-path=a.py] a.py | a
  p Prose.
figure[data-path=b.py][data-for=polls] b.py | b`;

const RENDERERS: Readonly<Record<string, (markdown: string) => string | Promise<string>>> = {
  'markdown-it': text => new MarkdownIt({html: true}).use(markdownItPlayground).render(text),
  remark: text =>
    unified()
      .use(remarkParse)
      .use(remarkDirective)
      .use(remarkPlayground)
      .use(remarkRehype, {allowDangerousHtml: true})
      .use(rehypeRaw)
      .use(rehypeStringify)
      .processSync(text)
      .toString(),
  rehype: text =>
    unified()
      .use(remarkParse)
      .use(remarkRehype, {allowDangerousHtml: true})
      .use(rehypePlayground)
      .use(rehypeRaw)
      .use(rehypeStringify)
      .processSync(text)
      .toString(),
  'Python-Markdown': text => renderInPython(text, 'fenced_code'),
  'Python-Markdown with superfences': text => renderInPython(text, 'pymdownx.superfences'),
};

void describe('plugins of Markdown tools', () => {
  for (const [name, render] of Object.entries(RENDERERS)) {
    void it(`${name}: fences become playgrounds, and what is apart stays there`, async t => {
      try {
        assert.equal(outline(await render(FENCES)), PLAYGROUNDS);
        assert.equal(outline(await render(TAG)), TAGGED);
      } catch (error) {
        if (!(error instanceof NotInstalled)) throw error;
        t.skip(error.message);
      }
    });
  }

  void it('a container becomes one, of markdown-it and of remark', async () => {
    assert.equal(outline(await RENDERERS['markdown-it']!(CONTAINER)), CONTAINED);
    const directive = CONTAINER.replace(
      '::: django-playground polls url=/polls/ bare',
      ':::django-playground{#polls url=/polls/ bare}',
    );
    assert.equal(outline(await RENDERERS['remark']!(directive)), CONTAINED);
  });

  void it('a path alone makes no file outside of a playground', async () => {
    const text = `${TAG}\n\`\`\`python path=d.py\nd\n\`\`\``;
    for (const name of ['markdown-it', 'remark', 'rehype']) {
      assert.equal(outline(await RENDERERS[name]!(text)), `${TAGGED}\npre d`);
    }
  });

  void it('what a fence says to others is left to them', () => {
    const infos: string[] = [];
    const md = new MarkdownIt({
      highlight: (_text, lang, attributes) => (infos.push(lang, attributes), ''),
    });
    md.use(markdownItPlayground).render(
      '```python {1,3} title="views.py" django-playground=polls path=views.py showLineNumbers\na\n```',
    );
    assert.deepEqual(infos, ['python', '{1,3} title="views.py" showLineNumbers']);
  });

  void it('knows every attribute of the tag, in JavaScript and in Python', async t => {
    const api = await readFile(join(ROOT, 'API.md'), 'utf8');
    const [, table = ''] = /^## Attributes\n([^]*?)\n## /m.exec(api) ?? [];
    const attributes = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name = '']) => name);
    // Only the reader makes it large.
    const known = attributes.filter(name => name !== 'large');
    const named = known.map(name => (name === 'path' ? 'url' : name));
    const words = [...new Set([...named, 'extends'])].toSorted();
    assert.deepEqual([...ELEMENT_WORDS].toSorted(), words);
    try {
      const program = 'from django_playground_docs.words import *; print(*ELEMENT_WORDS)';
      const printed = await runPython('light', ['-c', program]);
      assert.deepEqual(printed.trim().split(' ').toSorted(), words);
    } catch (error) {
      if (!(error instanceof NotInstalled)) throw error;
      t.diagnostic(error.message);
    }
  });
});

async function renderInPython(text: string, extension: string): Promise<string> {
  const path = join(CACHE, 'generators', 'plugins.md');
  await mkdir(join(CACHE, 'generators'), {recursive: true});
  await writeFile(path, text);
  const script = join(import.meta.dirname, 'render.py');
  const ours = 'django_playground_docs.markdown';
  return runPython('light', [script, 'markdown', path, extension, ours]);
}

type Node = Parameters<ReturnType<typeof parser>['stringify']>[0]['children'][number];

function parser() {
  return unified().use(rehypeParse, {fragment: true}).use(rehypeStringify);
}

/** The blocks of a page, a line for each, those of a playground further in. */
function outline(html: string): string {
  const lines = (nodes: readonly Node[], margin: string): string[] =>
    nodes.flatMap(node => {
      if (node.type !== 'element') return [];
      const {tagName, properties, children} = node;
      if (tagName === 'div') return lines(children, margin);
      const isPlayground = tagName === 'django-playground';
      const own = Object.entries(properties).filter(([name]) => name !== 'className');
      const title = margin + tagName + own.map(attribute).join('');
      if (isPlayground) return [title, ...lines(children, `${margin}  `)];
      return [`${title} ${textOf(children)}`];
    });
  return lines(parser().parse(html).children, '').join('\n');
}

function attribute([name, value]: [string, unknown]): string {
  const dashed = name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return value === '' || value === true ? `[${dashed}]` : `[${dashed}=${String(value)}]`;
}

function textOf(nodes: readonly Node[]): string {
  const text = (node: Node): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    const inside = node.children.map(text).join('');
    return node.tagName === 'figcaption' ? `${inside} | ` : inside;
  };
  return nodes.map(text).join('').replaceAll(/\s+/g, ' ').trim();
}
