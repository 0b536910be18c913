/** The site that everything is measured with: the polls of the demo, as the demo has them. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {ROOT} from '../../src/build/paths.js';
import {completeProject, toStoredFiles} from '../../src/project/index.js';

export const DEMO = join(ROOT, 'demo');

/** A project as a reference gets it: text files by path. */
export interface ReferenceProject {
  readonly files: Readonly<Record<string, string>>;
  readonly settingsModule: string;
}

/** The demo's `<django-playground>`, for a page in the demo's folder. */
export async function pollsMarkup(): Promise<string> {
  const page = await readFile(join(DEMO, 'index.html'), 'utf8');
  const [markup] = /<django-playground [\s\S]*?<\/django-playground>/.exec(page) ?? [];
  if (markup === undefined) throw new Error('There is no playground in demo/index.html.');
  return markup;
}

/** The same project with all that the playground supplies, so that both run the same code. */
export async function pollsProject(markup: string): Promise<ReferenceProject> {
  const sources = [...markup.matchAll(/ path="([^"]+)"[^>]* src="([^"]+)"/g)];
  const files = await Promise.all(
    sources.map(async ([, path = '', source = '']) => ({
      path,
      content: await readFile(join(DEMO, source), 'utf8'),
    })),
  );
  const project = completeProject(files);
  const decoder = new TextDecoder();
  return {
    files: Object.fromEntries(
      toStoredFiles(project).map(({path, content}) => [path, decoder.decode(content)]),
    ),
    settingsModule: project.settingsModule,
  };
}
