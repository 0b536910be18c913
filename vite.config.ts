import {defineConfig} from 'vite';
import {assembly} from './src/build/plugins/assembly.js';
import {bundleImports} from './src/build/plugins/bundle.js';
import {demoAddress} from './src/build/plugins/demo-address.js';
import {demoLibraries} from './src/build/plugins/demo-libraries.js';
import {licences} from './src/build/plugins/licences.js';
import {runtimeFiles} from './src/build/plugins/runtime-files.js';
import {tightTemplates} from './src/build/plugins/tight-templates.js';
import {tutorialPages} from './src/build/plugins/tutorial-pages.js';

const bundled = new Set<string>();

/** The package in `dist/`; in the dev server the demo, which takes the element from `src/`. */
export default defineConfig({
  root: import.meta.dirname,
  appType: 'mpa',
  cacheDir: '.cache/vite',
  publicDir: false,
  plugins: [
    bundleImports(bundled),
    assembly(),
    tightTemplates(),
    runtimeFiles(),
    licences(bundled),
    tutorialPages(),
    demoLibraries(),
    demoAddress(),
  ],
  // What is built is thousands of files, and a change of theirs is no change of the sources.
  server: {
    watch: {ignored: ['**/.cache/**', '**/dist/**']},
    warmup: {clientFiles: ['src/index.ts']},
  },
  optimizeDeps: {entries: ['src/index.ts', 'demo/*.html']},
  // Some package looks for Node's; a bundler of the page's would bring one along.
  define: {process: 'undefined'},
  build: {
    target: 'es2023',
    lib: {entry: {'django-playground': 'src/index.ts'}, formats: ['es']},
    rolldownOptions: {
      // Everything lies beside the entry, wherever the package is served from.
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        minify: true,
        // What is wanted at once comes in one piece. It is not the entry itself, which a page may
        // load under an address that the parts loaded later do not know.
        codeSplitting: {groups: [{name: 'playground', tags: ['$initial']}]},
      },
      checks: {pluginTimings: false},
    },
  },
});
