/** Generators that are written in Python. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {documentOf, SCRIPT, STYLESHEET, writeFiles, type Generator} from './generator.js';
import {runPython} from './install.js';
import {DIRECTIVES, FENCES, MYST, TAGS} from './page.js';

const OURS = 'django_playground_docs.markdown';

/** A page that a library makes, with these extensions. */
interface Rendered {
  readonly text: string;
  readonly extensions: readonly string[];
}

function library(
  name: string,
  folder: string,
  pages: Readonly<Record<string, Rendered>>,
): Generator {
  return {
    name,
    folder,
    pages: Object.keys(pages),
    async make(source, site) {
      for (const [page, {text, extensions}] of Object.entries(pages)) {
        const path = join(source, `${page}.md`);
        await writeFiles(source, {[`${page}.md`]: text});
        const script = join(import.meta.dirname, 'render.py');
        const html = await runPython('light', [script, folder, path, ...extensions]);
        await writeFiles(site, {[`${page}.html`]: documentOf(html)});
      }
      return Object.keys(pages).map(page => `${page}.html`);
    },
  };
}

function mkdocs(name: string, folder: string, extensions: readonly string[]): Generator {
  return {
    name,
    folder,
    pages: ['tags', 'fences'],
    async make(source, site) {
      await writeFiles(source, {
        'docs/index.md': '# Nothing here',
        'docs/tags.md': TAGS,
        'docs/fences.md': FENCES,
        // JSON is YAML.
        'mkdocs.yml': JSON.stringify({
          site_name: 'Playgrounds',
          use_directory_urls: false,
          theme: {name: 'mkdocs', highlightjs: false},
          markdown_extensions: [...extensions, OURS],
          extra_javascript: [{path: SCRIPT, type: 'module'}],
          extra_css: [STYLESHEET],
        }),
      });
      await runPython('light', ['-m', 'mkdocs', 'build', '--quiet', '--site-dir', site], source);
      return ['tags.html', 'fences.html'];
    },
  };
}

/** What Sphinx reads for every builder. */
export const SPHINX = {
  'conf.py': `project = "Playgrounds"
extensions = ["django_playground_docs.sphinx", "myst_parser"]
django_playground_url = "/playground/"
`,
  'index.rst': `Start
=====

.. toctree::

   rest
   myst
   tags
`,
  'rest.rst': DIRECTIVES,
  'myst.md': MYST,
  'tags.md': TAGS,
};

const SPHINX_PAGES = ['rest', 'myst', 'tags'];

function sphinx(
  builder: string,
  finish: (page: string, site: string) => Promise<string>,
): Generator {
  return {
    name: `Sphinx, ${builder}`,
    folder: `sphinx-${builder}`,
    pages: SPHINX_PAGES,
    async make(source, site) {
      const {'conf.py': conf, ...pages} = SPHINX;
      // A tag that no directive made needs its script from the author.
      const files = `html_js_files = [("${SCRIPT}", {"type": "module"})]\n`;
      await writeFiles(source, {...pages, 'conf.py': conf + files});
      await runPython('light', ['-m', 'sphinx', '-q', '-W', '-b', builder, source, site]);
      return await Promise.all(SPHINX_PAGES.map(page => finish(page, site)));
    },
  };
}

/** A page's body, shown by a site of another make. */
async function showBody(page: string, site: string): Promise<string> {
  const {body} = JSON.parse(await readFile(join(site, `${page}.fjson`), 'utf8')) as {body: string};
  await writeFiles(site, {[`${page}.html`]: documentOf(body)});
  return `${page}.html`;
}

export const PYTHON_LIBRARIES: readonly Generator[] = [
  library('Python-Markdown', 'markdown', {
    tags: {text: TAGS, extensions: ['fenced_code']},
    'tags-md-in-html': {text: TAGS, extensions: ['fenced_code', 'md_in_html']},
    fences: {text: FENCES, extensions: ['fenced_code', 'codehilite', OURS]},
    'fences-md-in-html': {text: FENCES, extensions: ['fenced_code', 'md_in_html', OURS]},
    superfences: {text: FENCES, extensions: ['pymdownx.superfences', OURS]},
  }),
  library('mistune', 'mistune', {tags: {text: TAGS, extensions: []}}),
];

export const SPHINX_HTML = sphinx('html', page => Promise.resolve(`${page}.html`));

export const PYTHON_SITES: readonly Generator[] = [
  mkdocs('MkDocs', 'mkdocs', []),
  mkdocs('MkDocs with md_in_html', 'mkdocs-md-in-html', ['md_in_html']),
  sphinx('dirhtml', page => Promise.resolve(`${page}/`)),
  sphinx('json', showBody),
];
