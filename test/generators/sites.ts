/** Generators of whole sites, which take long to install or to run. */
import {symlink} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {DIST, ROOT} from '../../src/build/paths.js';
import {documentOf, SCRIPT, STYLESHEET, writeFiles, type Generator} from './generator.js';
import {debianProgram, nodeModules, pythonFolder, runPython, runWhole} from './install.js';
import {FENCES, TAGS} from './page.js';

/** The address of one of our plugins, as it was built. */
function plugin(name: string): string {
  return JSON.stringify(pathToFileURL(join(DIST, 'markdown', `${name}.js`)));
}

/** Run a tool of a site's own packages. */
async function runSite(
  source: string,
  modules: string,
  [tool = '', ...args]: readonly string[],
): Promise<void> {
  await symlink(modules, join(source, 'node_modules'));
  const env = {...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', CI: 'true'};
  await runWhole(process.execPath, [join(modules, tool), ...args], {cwd: source, env});
}

const PANDOC_READERS = {tags: 'markdown', 'tags-gfm': 'gfm'};

const pandoc: Generator = {
  name: 'pandoc',
  folder: 'pandoc',
  pages: Object.keys(PANDOC_READERS),
  async make(source, site) {
    const program = join(await pythonFolder('heavy'), 'pypandoc', 'files', 'pandoc');
    await writeFiles(source, {'tags.md': TAGS});
    for (const [page, reader] of Object.entries(PANDOC_READERS)) {
      const args = ['--from', reader, '--to', 'html', 'tags.md'];
      const html = await runWhole(program, args, {cwd: source});
      await writeFiles(site, {[`${page}.html`]: documentOf(html)});
    }
    return Object.keys(PANDOC_READERS).map(page => `${page}.html`);
  },
};

const hugo: Generator = {
  name: 'Hugo',
  folder: 'hugo',
  pages: ['tags'],
  async make(source, site) {
    await writeFiles(source, {
      'hugo.toml': `baseURL = "http://localhost/hugo/"
title = "Playgrounds"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]

[markup.goldmark.renderer]
unsafe = true
`,
      'content/tags.md': `+++\ntitle = "Two playgrounds"\n+++\n\n${TAGS}`,
      'layouts/_default/single.html': documentOf('{{ .Content }}'),
    });
    const args = ['-m', 'hugo', '--quiet', '--source', source, '--destination', site];
    await runPython('heavy', args);
    return ['tags/'];
  },
};

const jekyll: Generator = {
  name: 'Jekyll',
  folder: 'jekyll',
  pages: ['tags'],
  async make(source, site) {
    await writeFiles(source, {
      '_config.yml': `defaults:
  - scope: {path: ""}
    values: {layout: page, render_with_liquid: false}
`,
      'tags.md': `---\ntitle: Two playgrounds\n---\n\n${TAGS}`,
      '_layouts/page.html': documentOf('{{ content }}'),
    });
    const args = ['build', '--quiet', '--source', source, '--destination', site];
    await runWhole(debianProgram('jekyll'), [...args, '--disable-disk-cache'], {cwd: source});
    return ['tags.html'];
  },
};

const eleventy: Generator = {
  name: 'Eleventy',
  folder: 'eleventy',
  pages: ['tags', 'fences'],
  async make(source, site) {
    const front = '---\nlayout: page.html\n---\n\n';
    await writeFiles(source, {
      'tags.md': front + TAGS,
      'fences.md': front + FENCES,
      '_includes/page.html': documentOf('{{ content }}'),
      'eleventy.config.mjs': `import djangoPlayground from ${plugin('markdown-it')};
export default function (config) {
  config.setUseGitIgnore(false);
  config.amendLibrary('md', md => md.use(djangoPlayground));
  // Django's templates would be taken for Liquid's.
  return {markdownTemplateEngine: false};
}
`,
    });
    const tool = join(ROOT, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
    await runWhole(process.execPath, [tool, '--quiet', `--output=${site}`], {cwd: source});
    return ['tags/', 'fences/'];
  },
};

const vitepress: Generator = {
  name: 'VitePress',
  folder: 'vitepress',
  pages: ['tags', 'fences'],
  async make(source, site) {
    await writeFiles(source, {
      '.vitepress/config.mjs': `import djangoPlayground from ${plugin('markdown-it')};
export default {
  title: 'Playgrounds',
  base: '/vitepress/',
  outDir: ${JSON.stringify(site)},
  head: [
    ['script', {type: 'module', src: '${SCRIPT}'}],
    ['link', {rel: 'stylesheet', href: '${STYLESHEET}'}],
  ],
  markdown: {config: md => md.use(djangoPlayground)},
  vue: {template: {compilerOptions: {isCustomElement: tag => tag === 'django-playground'}}},
};
`,
      'tags.md': TAGS,
      'fences.md': FENCES,
    });
    const modules = await nodeModules(['vitepress@1.6.4']);
    await runSite(source, modules, ['vitepress/bin/vitepress.js', 'build', '.']);
    return ['tags.html', 'fences.html'];
  },
};

const docusaurus: Generator = {
  name: 'Docusaurus',
  folder: 'docusaurus',
  pages: ['tags', 'fences'],
  async make(source, site) {
    await writeFiles(source, {
      'package.json': '{"private": true}',
      'docusaurus.config.mjs': `import djangoPlayground from ${plugin('remark')};
export default {
  title: 'Playgrounds',
  url: 'http://localhost',
  baseUrl: '/docusaurus/',
  themes: ['@docusaurus/theme-classic'],
  plugins: [
    ['@docusaurus/plugin-content-docs', {routeBasePath: '/', remarkPlugins: [djangoPlayground]}],
  ],
  scripts: [{src: '${SCRIPT}', type: 'module'}],
  stylesheets: ['${STYLESHEET}'],
};
`,
      'docs/index.md': '# Start',
      'docs/tags.md': TAGS,
      'docs/fences.md': FENCES,
    });
    const modules = await nodeModules([
      '@docusaurus/core@3.10.2',
      '@docusaurus/plugin-content-docs@3.10.2',
      '@docusaurus/theme-classic@3.10.2',
      'react@19',
      'react-dom@19',
    ]);
    const args = ['build', '--out-dir', site, '--no-minify'];
    await runSite(source, modules, ['@docusaurus/core/bin/docusaurus.mjs', ...args]);
    return ['tags/', 'fences/'];
  },
};

const astro: Generator = {
  name: 'Astro',
  folder: 'astro',
  pages: ['tags', 'fences'],
  async make(source, site) {
    const front = '---\nlayout: ../layouts/page.astro\n---\n\n';
    await writeFiles(source, {
      'package.json': '{"private": true, "type": "module"}',
      'astro.config.mjs': `import djangoPlayground from ${plugin('remark')};
export default {
  base: '/astro',
  outDir: ${JSON.stringify(site)},
  markdown: {remarkPlugins: [djangoPlayground]},
};
`,
      'src/layouts/page.astro': documentOf('<slot />').replace('<script', '<script is:inline'),
      'src/pages/tags.md': front + TAGS,
      'src/pages/fences.md': front + FENCES,
    });
    const modules = await nodeModules(['astro@5.18.2']);
    await runSite(source, modules, ['astro/astro.js', 'build']);
    return ['tags/', 'fences/'];
  },
};

export const SITE_GENERATORS: readonly Generator[] = [
  hugo,
  jekyll,
  pandoc,
  eleventy,
  vitepress,
  docusaurus,
  astro,
];
