/** The package in projects of other bundlers, which are installed for it. */
import {it} from 'node:test';
import {findBrowser} from '../setup/browsers.js';
import {Project} from './project.js';
import {visit} from './visit.js';

/** How a project is built. */
interface Bundler {
  readonly name: string;
  /** What is installed. */
  readonly packages: readonly string[];
  readonly build: (project: Project) => Promise<unknown>;
}

const BUNDLERS: readonly Bundler[] = [
  {
    name: 'webpack',
    packages: ['webpack@5', 'webpack-cli@7'],
    async build(project) {
      const args = ['--mode', 'production', '--entry', './main.js', '--output-path', 'site/assets'];
      await project.runTool('webpack', ...args);
    },
  },
  {
    name: 'Parcel',
    packages: ['parcel@2'],
    async build(project) {
      // Its cache would lie at the root of the repository, where it would install things as well.
      const options = ['--dist-dir', 'site/assets', '--cache-dir', 'parcel-cache'];
      await project.runTool('parcel', 'build', 'main.js', '--no-autoinstall', ...options);
    },
  },
  {
    name: 'esbuild',
    packages: ['esbuild'],
    async build(project) {
      const options = ['--bundle', '--format=esm', '--splitting', '--outdir=site/assets'];
      await project.runTool('esbuild', 'main.js', ...options);
      // It leaves addresses as they are: the files are looked for beside the modules.
      await project.copyRuntime('assets/runtime');
    },
  },
  {
    name: 'Rollup',
    packages: ['rollup@4', '@rollup/plugin-node-resolve'],
    async build(project) {
      // They may as well lie where the page says.
      await project.write(
        'main.js',
        `import {configure} from 'django-playground';\nconfigure({runtime: './django/'});\n`,
      );
      const options = ['-d', 'site/assets', '-f', 'es', '-p', 'node-resolve'];
      await project.runTool('rollup', 'main.js', ...options);
      await project.copyRuntime('django');
    },
  },
];

const browser = findBrowser('chromium');

for (const {name, packages, build} of BUNDLERS) {
  it(`${name} builds a page with it`, {skip: !browser && 'there is no Chromium'}, async () => {
    const project = await Project.make(name.toLowerCase(), packages);
    await build(project);
    if (browser) await visit(project.site, browser);
  });
}
