import {defineConfig} from 'vite';
import {assembly} from './src/build/plugins/assembly.js';
import {bundleImports} from './src/build/plugins/bundle.js';
import {demoAddress} from './src/build/plugins/demo-address.js';
import {runtimeFiles} from './src/build/plugins/runtime-files.js';

/** The package in `dist/`; in the dev server the demo, which takes the element from `src/`. */
export default defineConfig({
  root: import.meta.dirname,
  appType: 'mpa',
  cacheDir: '.cache/vite',
  publicDir: false,
  plugins: [bundleImports(), assembly(), runtimeFiles(), demoAddress()],
  optimizeDeps: {entries: ['src/index.ts', 'demo/*.html']},
  build: {
    target: 'es2023',
    // Everything the package loads lies beside its entry, wherever that is served from.
    assetsDir: '',
    modulePreload: false,
    license: {fileName: 'licences.md'},
    rolldownOptions: {
      input: {'django-playground': 'src/index.ts'},
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
