/** A project of somebody else's that takes the package: made, installed and built as they do. */
import {cp, mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {run} from '../../src/build/command.js';
import {CACHE, ROOT} from '../../src/build/paths.js';

const FOLDER = join(CACHE, 'package');

/** The page that all of them have; what they build goes into its folder `assets/`. */
const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>A page of a project</title>
  <link rel="icon" href="data:,">
  <django-playground>
    <script type="text/x-django" path="views.py">
from django.http import HttpResponse

def index(request):
    return HttpResponse("It works")
    </script>
  </django-playground>
  <script type="module" src="assets/main.js"></script>
</html>`;

const MAIN = `import 'django-playground';\n`;

/** What the types must allow, and that they hold by themselves. */
const TYPED = `
import {configure, DjangoPlayground, type PlaygroundState} from 'django-playground';
import markdownIt from 'django-playground/markdown-it';
import rehype from 'django-playground/rehype';
import remark from 'django-playground/remark';

configure({interpreters: 2, runtime: '/assets/runtime/'});
const playground = document.querySelector('django-playground');
const state: PlaygroundState | undefined = playground?.state;
playground?.addEventListener('django-playground-response', ({status}) => status.toFixed());
export const isOne: boolean = playground instanceof DjangoPlayground && state === 'idle';
export const plugins: readonly ((tool: object) => void)[] = [markdownIt, rehype(), remark()];
`;

const TYPES = {
  compilerOptions: {noEmit: true, strict: true, target: 'es2022', module: 'nodenext', types: []},
  files: ['typed.ts'],
};

export class Project {
  /** Where its sources lie. */
  readonly folder: string;
  /** What is served. */
  readonly site: string;

  private constructor(name: string) {
    this.folder = join(FOLDER, name);
    this.site = join(this.folder, 'site');
  }

  /**
   * Pack the package, and make a project that has installed it.
   *
   * @param packages What it needs of the registry beside it.
   * @throws CommandError where something cannot be installed.
   */
  static async make(name: string, packages: readonly string[] = []): Promise<Project> {
    const project = new Project(name);
    const {folder} = project;
    await mkdir(folder, {recursive: true});
    await rm(project.site, {recursive: true, force: true});
    await project.write(
      'package.json',
      '{"name": "somebody-elses", "private": true, "type": "module"}',
    );
    await project.write('main.js', MAIN);
    await project.write('typed.ts', TYPED);
    await project.write('tsconfig.json', JSON.stringify(TYPES));
    await project.write('site/index.html', PAGE);
    const tarball = await pack(folder);
    const options = ['--no-audit', '--no-fund', '--no-save', '--prefer-offline'];
    await run('npm', ['install', ...options, tarball, ...packages], {cwd: folder});
    return project;
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.folder, path)), {recursive: true});
    await writeFile(join(this.folder, path), text);
  }

  /** Run a tool that it has installed. */
  runTool(name: string, ...args: readonly string[]): Promise<string> {
    return run(join(this.folder, 'node_modules', '.bin', name), args, {cwd: this.folder});
  }

  /** Put the files that are no modules where a bundler would not. */
  async copyRuntime(to: string): Promise<void> {
    const from = join(this.folder, 'node_modules', 'django-playground', 'dist', 'runtime');
    await cp(from, join(this.site, to), {recursive: true});
  }
}

/** @returns the path of the tarball. */
async function pack(folder: string): Promise<string> {
  const output = await run('npm', ['pack', '--silent', '--pack-destination', folder], {cwd: ROOT});
  return join(folder, output.trim().split('\n').at(-1) ?? '');
}
