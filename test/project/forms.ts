/** The forms in which authors write files, as generators make pages of them. */
import {strToU8, zipSync} from 'fflate';
import type {Fetch} from '../../src/project/index.js';

export const VIEWS = `from django.shortcuts import render


def index(request):
    if 1 < 2 and "a":
        return render(request, "polls/index.html")

    return None
`;

const INDEX = `<!-- the list -->
<ul class="polls">
  {% for poll in polls %}<li>{{ poll }}</li>{% endfor %}
</ul>
<script>document.title = 'Polls';</script>
`;

const VIEWS_PATH = 'polls/views.py';
const INDEX_PATH = 'polls/templates/polls/index.html';

export const FILES = [
  {path: VIEWS_PATH, content: VIEWS},
  {path: INDEX_PATH, content: INDEX},
];

export const BASE = 'https://docs.example/part1/';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const views = escape(VIEWS);
const index = escape(INDEX);

export const viewsScript = `<script type="text/x-django" path="${VIEWS_PATH}">\n${VIEWS}</script>`;
export const indexScript =
  `<script type="text/x-django" path="${INDEX_PATH}">\n` +
  `${INDEX.replace('<!--', '<\\!--').replace('</script', '<\\/script')}</script>`;
export const scripts = `${viewsScript}\n\n${indexScript}`;

export const pre = (text: string, attributes = ''): string =>
  `<pre ${attributes}><code class="language-python">${text}</code></pre>`;
export const blocks = `${pre(views, `data-path="${VIEWS_PATH}"`)}${pre(index, `data-path="${INDEX_PATH}"`)}`;

export const tag = (children: string, attributes = ''): string =>
  `<django-playground ${attributes}>${children}</django-playground>`;

/** Both files, each as a generator makes a block of a text and its path. */
const both = (block: (text: string, path: string) => string): string =>
  tag(block(views, VIEWS_PATH) + block(index, INDEX_PATH));

/** Lines of markup, each made into something. */
const lines = (text: string, line: (text: string, number: number) => string): string =>
  text
    .slice(0, -1)
    .split('\n')
    .map((each, at) => line(each, at + 1))
    .join('');

const numbers = (text: string): string => lines(text, (_, number) => `${number}\n`);

/** Spans around words, as highlighters make them. */
const spans = (text: string): string =>
  text.replace(/\b[a-z]+\b(?![^&]{0,4};)/g, '<span class="n">$&</span>');

export const FORMS: Readonly<Record<string, string>> = {
  scripts: tag(scripts),
  'scripts in a wrapper': tag(`<div>\n\n${scripts}\n\n</div>`),
  'scripts behind a paragraph with the tag': `<p>${tag('').replace('</django-playground>', '')}</p>\n${scripts}\n<p></django-playground></p>`,
  'scripts in paragraphs behind it': `<p><django-playground></p>\n<p>${viewsScript}\n${indexScript}</p>\n<p>More</p>`,
  'scripts behind a tag that ended': `${tag('')}\n<!-- made by a tool -->\n${scripts}<p><script type="text/x-django" path="no.py"></script>more</p>`,
  'a script that is indented': tag(scripts.replace(VIEWS, VIEWS.replace(/^(?=.)/gm, '    '))),
  'code blocks': tag(blocks),
  'paths on the code': both((text, path) => `<pre><code data-path="${path}">${text}</code></pre>`),
  'paths on a wrapper': both(
    (text, path) => `<div class="highlight" data-path="${path}">${pre(text)}</div>`,
  ),
  'blocks behind a paragraph with the tag': `<p><django-playground></p>\n${blocks}\n<p></django-playground></p>`,
  'blocks elsewhere': `${pre(views, `data-path="${VIEWS_PATH}" data-for="polls"`)}${tag('', 'id="polls"')}<div for="polls">${pre(index, `data-path="${INDEX_PATH}"`)}</div>`,
  'some here, some elsewhere': `<pre><code data-path="${VIEWS_PATH}" data-for="polls">${views}</code></pre>${tag(indexScript, 'id="polls"')}`,
  'a title': both((text, path) => `<div class="highlight" title="${path}">${pre(text)}</div>`),
  'what cmark keeps of the info string': both(
    (text, path) =>
      `<pre><code class="language-python" data-meta='title="${path}" {1,3}'>${text}</code></pre>`,
  ),
  'a path behind the language': both(
    (text, path) => `<pre><code class="language-python:${path}">${text}</code></pre>`,
  ),
  'classes that mdBook makes of commas': both(
    (text, path) =>
      `<pre><div class="buttons"><button>Copy</button></div><code class="language-python path=${path}">${text}</code></pre>`,
  ),
  comments: tag(
    pre(escape(`# ${VIEWS_PATH}\n${VIEWS}`)) + pre(escape(`{# ${INDEX_PATH} #}\n${INDEX}`)),
  ),
  'comments of other languages': tag(
    pre(escape(`// ${VIEWS_PATH}\n${VIEWS}`)) + pre(escape(`<!-- ${INDEX_PATH} -->\n\n${INDEX}`)),
  ),
  'lines above the blocks': both((text, path) => `<p><strong>${path}</strong>:</p>${pre(text)}`),
  figures: both((text, path) => `<figure>${pre(text)}<figcaption>${path}</figcaption></figure>`),

  Sphinx: both(
    (text, path) =>
      `<div class="literal-block-wrapper docutils container" id="id1"><div class="code-block-caption"><span class="caption-text">${path}</span><a class="headerlink" href="#id1" title="Link to this code">¶</a></div><div class="highlight-python notranslate"><div class="highlight"><pre><span></span>${lines(spans(text), (line, number) => `<span class="linenos">${String(number).padStart(2)}</span>${line}\n`)}</pre><button class="copybtn">Copy</button></div></div></div>`,
  ),
  'Pygments with a table': both(
    (text, path) =>
      `<div class="highlight" data-path="${path}"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre><span class="normal">${numbers(text)}</span></pre></div></td><td class="code"><div><pre><span></span>${spans(text)}</pre></div></td></tr></table></div>`,
  ),
  'MkDocs Material': both(
    (text, path) =>
      `<div class="language-python highlight"><table class="highlighttable"><tbody><tr><th class="filename" colspan="2"><span class="filename">${path}</span></th></tr><tr><td class="linenos"><div class="linenodiv"><pre><span></span><span class="normal">${numbers(text)}</span></pre></div></td><td class="code"><div><pre id="__code_0"><span></span><button class="md-clipboard" title="Copy"></button><nav class="md-code__nav"><button></button></nav><code>${lines(spans(text), line => `<span id="__span-0"><a id="__codelineno-0-1" name="__codelineno-0-1"></a>${line}\n</span>`)}</code></pre></div></td></tr></tbody></table></div>`,
  ),
  'tabs of Material': tag(
    `<div class="tabbed-set"><input type="radio"><input type="radio"><div class="tabbed-labels"><label>${VIEWS_PATH}</label><label>${INDEX_PATH}</label></div><div class="tabbed-content"><div class="tabbed-block"><div class="highlight">${pre(views)}</div></div><div class="tabbed-block"><div class="highlight">${pre(index)}</div></div></div></div>`,
  ),
  Hugo: both(
    (text, path) =>
      `<div class="highlight" title="${path}"><div style="background-color:#fff"><table style="border-spacing:0"><tr><td style="vertical-align:top"><pre tabindex="0"><code><span style="white-space:pre;-webkit-user-select:none;user-select:none">${numbers(text)}</span></code></pre></td><td><pre tabindex="0"><code class="language-python" data-lang="python">${lines(spans(text), line => `<span style="display:flex;"><span>${line}\n</span></span>`)}</code></pre></td></tr></table></div></div>`,
  ),
  'Hugo with numbers in the line': both(
    (text, path) =>
      `<div class="highlight" data-path="${path}"><pre class="chroma"><code>${lines(spans(text), (line, number) => `<span class="line"><span class="ln">${number}</span><span class="cl">${line}\n</span></span>`)}</code></pre></div>`,
  ),
  Jekyll: both(
    (text, path) =>
      `<div class="language-python highlighter-rouge" data-path="${path}"><div class="highlight"><pre class="highlight"><code><table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers(text)}</pre></td><td class="code"><pre>${spans(text)}</pre></td></tr></tbody></table></code></pre></div></div>`,
  ),
  Docusaurus: both(
    (text, path) =>
      `<div class="language-python codeBlockContainer_x1"><div class="codeBlockTitle_x2">${path}</div><div class="codeBlockContent_x3"><pre tabindex="0" class="prism-code language-python"><code class="codeBlockLines_x4">${lines(spans(text), line => `<span class="token-line" style="color:#393A34"><span class="token plain">${line}</span><br></span>`)}</code></pre><div class="buttonGroup_x5"><button type="button">Copy</button></div></div></div>`,
  ),
  VitePress: both(
    (text, path) =>
      `<div class="language-python line-numbers-mode" data-path="${path}"><button title="Copy Code" class="copy"></button><span class="lang">python</span><pre class="shiki"><code>${lines(spans(text), line => `<span class="line">${line}</span>\n`)}</code></pre><div class="line-numbers-wrapper" aria-hidden="true">${lines(text, (_, number) => `<span class="line-number">${number}</span><br>`)}</div></div>`,
  ),
  'tabs of VitePress': tag(
    `<div class="vp-code-group"><div class="tabs"><input type="radio" id="tab-1" checked><label data-title="${VIEWS_PATH}" for="tab-1">${VIEWS_PATH}</label><input type="radio" id="tab-2"><label for="tab-2">${INDEX_PATH}</label></div><div class="blocks"><div class="language-python active"><button class="copy"></button><span class="lang">python</span>${pre(views)}</div><div class="language-html"><button class="copy"></button>${pre(index)}</div></div></div>`,
  ),
  'Astro Starlight': both(
    (text, path) =>
      `<div class="expressive-code"><figure class="frame has-title"><figcaption class="header"><span class="title">${path}</span></figcaption><pre data-language="python"><code>${lines(spans(text), (line, number) => `<div class="ec-line"><div class="gutter"><div class="ln" aria-hidden="true">${number}</div></div><div class="code">${line || '\n'}</div></div>`)}</code></pre><div class="copy"><div aria-live="polite"></div><button title="Copy" data-code="x"></button></div></figure></div>`,
  ),
  'rehype-pretty-code': both(
    (text, path) =>
      `<figure data-rehype-pretty-code-figure=""><figcaption data-rehype-pretty-code-title="">${path}</figcaption><pre tabindex="0"><code style="display: grid;">${lines(spans(text), line => `<span data-line="">${line || ' '}</span>\n`)}</code></pre></figure>`,
  ),
  pandoc: both(
    (text, path) =>
      `<div class="sourceCode" id="cb1" data-path="${path}"><pre class="sourceCode python"><code class="sourceCode python">${lines(spans(text), (line, number) => `<span id="cb1-${number}"><a href="#cb1-${number}" aria-hidden="true" tabindex="-1"></a>${line}</span>\n`)}</code></pre></div>`,
  ),
  Quarto: both(
    (text, path) =>
      `<div class="code-with-filename"><div class="code-with-filename-file"><pre><strong>${path}</strong></pre></div><div class="sourceCode">${pre(text)}</div></div>`,
  ),
  'Eleventy, with breaks for line ends': both((text, path) =>
    pre(
      lines(spans(text), line => `${line}<br>`),
      `data-path="${path}"`,
    ),
  ),
  Hexo: both(
    (text, path) =>
      `<figure class="highlight python"><figcaption><span>${path}</span></figcaption><table><tr><td class="gutter"><pre>${lines(text, (_, number) => `<span class="line">${number}</span><br>`)}</pre></td><td class="code"><pre>${lines(spans(text), line => `<span class="line">${line}</span><br>`)}</pre></td></tr></table></figure>`,
  ),
  'a list of lines': both(
    (text, path) =>
      `<pre data-path="${path}"><ol>${lines(spans(text), line => `<li>${line}</li>`)}</ol></pre>`,
  ),
  'spaces that do not break': both((text, path) =>
    pre(
      lines(text, line => `${line.replaceAll(' ', '&nbsp;')}\n`),
      `data-path="${path}"`,
    ),
  ),

  'an object in a file': tag('', 'src="object.json"'),
  'a list in a file': tag('', 'src="list.json"'),
  'a list of paths as JSON': tag('', 'src="paths.json"'),
  'a list of paths': tag('', 'src="paths.txt"'),
  'a zip': tag('', 'src="project.zip"'),
  'a file and a child that wins over it': tag(indexScript, 'src="older.json"'),
};

export const PATHS = [VIEWS_PATH, INDEX_PATH];

const SERVED: Readonly<Record<string, BodyInit>> = {
  'object.json': JSON.stringify({[VIEWS_PATH]: VIEWS, [INDEX_PATH]: {content: INDEX}}),
  'list.json': JSON.stringify([
    {path: VIEWS_PATH, content: VIEWS},
    {path: INDEX_PATH, src: INDEX_PATH},
  ]),
  'older.json': JSON.stringify({[VIEWS_PATH]: VIEWS, [INDEX_PATH]: 'older'}),
  'paths.json': JSON.stringify(PATHS),
  'paths.txt': `# what the site is made of\n${PATHS.join('\r\n')}\n`,
  'project.zip': zipSync({
    polls: {'views.py': strToU8(VIEWS), 'templates/polls/index.html': strToU8(INDEX)},
  }),
  [VIEWS_PATH]: VIEWS,
  [INDEX_PATH]: INDEX,
  'broken.json': '{"a.py": ',
  'odd.json': '[{"content": "no path"}]',
  'cut.zip': zipSync({'a.py': strToU8(VIEWS)}).slice(0, 40),
};

export const serve: Fetch = url => {
  const body = SERVED[url.replace(BASE, '')];
  return Promise.resolve(new Response(body ?? null, {status: body === undefined ? 404 : 200}));
};

/** The tag in a page as the parser reads it. */
export function parse(html: string): Element {
  const page = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html');
  return page.querySelector('django-playground')!;
}
