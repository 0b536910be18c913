/** Libraries that make HTML of Markdown. */
import MarkdownIt from 'markdown-it';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import {unified} from 'unified';
import markdownItPlayground from '../../src/markdown/markdown-it.js';
import rehypePlayground from '../../src/markdown/rehype.js';
import remarkPlayground from '../../src/markdown/remark.js';
import {documentOf, writeFiles, type Generator} from './generator.js';
import {FENCES, TAGS} from './page.js';

/** A generator that is a function. */
function library(name: string, folder: string, render: Record<string, () => string>): Generator {
  return {
    name,
    folder,
    pages: Object.keys(render),
    async make(_source, site) {
      const files = Object.entries(render).map(([page, run]) => [
        `${page}.html`,
        documentOf(run()),
      ]);
      await writeFiles(site, Object.fromEntries(files) as Record<string, string>);
      return files.map(([path = '']) => path);
    },
  };
}

export const LIBRARIES: readonly Generator[] = [
  library('markdown-it', 'markdown-it', {
    tags: () => new MarkdownIt({html: true, typographer: true}).render(TAGS),
    fences: () => new MarkdownIt({typographer: true}).use(markdownItPlayground).render(FENCES),
  }),
  library('remark and rehype', 'remark', {
    tags: () =>
      unified()
        .use(remarkParse)
        .use(remarkRehype, {allowDangerousHtml: true})
        .use(rehypeRaw)
        .use(rehypeStringify)
        .processSync(TAGS)
        .toString(),
    fences: () =>
      unified()
        .use(remarkParse)
        .use(remarkPlayground)
        .use(remarkRehype)
        .use(rehypeStringify)
        .processSync(FENCES)
        .toString(),
    'fences-rehype': () =>
      unified()
        .use(remarkParse)
        .use(remarkRehype)
        .use(rehypePlayground)
        .use(rehypeStringify)
        .processSync(FENCES)
        .toString(),
  }),
];
