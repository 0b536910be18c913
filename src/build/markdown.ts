/** The plugins of Markdown tools in `dist/markdown/`, with whatever they use. */
import {join} from 'node:path';
import {build} from 'vite';
import {DIST, ROOT} from './paths.js';
import {licences} from './plugins/licences.js';

/** As in `import plugin from 'django-playground/remark'`. */
const PLUGINS = ['markdown-it', 'remark', 'rehype'];

/** Write them beside the element, which has to be there. */
export async function bundleMarkdown(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [licences(new Set())],
    build: {
      outDir: join(DIST, 'markdown'),
      target: 'es2023',
      minify: false,
      lib: {
        entry: Object.fromEntries(PLUGINS.map(name => [name, `src/markdown/${name}.ts`])),
        formats: ['es'],
      },
      rolldownOptions: {output: {entryFileNames: '[name].js', chunkFileNames: 'shared.js'}},
    },
  });
}
