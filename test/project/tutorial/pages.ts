import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgsStringToArgv} from 'string-argv';
import {ROOT} from '../../../src/build/paths.js';
import {readTutorial} from '../../../src/build/tutorial.js';
import type {ProjectFile} from '../../../src/protocol/project.js';

/** A reference in the prose to a line of a file. */
export interface Reference {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The code that the prose says is there, where it says any. */
  readonly code: string | undefined;
}

/** A box of the tutorial and the prose that goes with it. */
export interface TutorialStep {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The whole project as it is in this step. */
  readonly files: readonly ProjectFile[];
  /** As after `manage.py`. */
  readonly commands: readonly (readonly string[])[];
  readonly references: readonly Reference[];
}

/** Every step in the order in which it is read, one extending the other. */
export async function readSteps(): Promise<readonly TutorialStep[]> {
  const pages = await readTutorial({playground: '', playgroundStyle: '', demoStyle: '', icon: ''});
  const steps: TutorialStep[] = [];
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const html = pages.get(`/part${number}/`) ?? '';
    const [, ...boxes] = html.split(/(?=<django-playground )/);
    for (const box of boxes) steps.push(await readStep(box, steps.at(-1)?.files ?? []));
  }
  return steps;
}

async function readStep(html: string, before: readonly ProjectFile[]): Promise<TutorialStep> {
  const attributes = attributesOf(/^<django-playground ([^>]*)>/.exec(html)?.[1] ?? '');
  const files = new Map(before.map(file => [file.path, file]));
  for (const file of await readFiles(html)) files.set(file.path, file);
  const prose = [...html.matchAll(/<(a|code) ([^>]*data-django-[^>]*)>([^]*?)<\/\1>/g)].map(
    ([, , text = '', inner = '']) => Object.assign(attributesOf(text), {inner}),
  );
  return {
    id: attributes['id'] ?? '',
    attributes,
    files: [...files.values()],
    commands: prose.flatMap(({'data-django-manage': command}: Record<string, string>) =>
      command === undefined ? [] : [parseArgsStringToArgv(command)],
    ),
    references: prose.flatMap(
      ({'data-django-file': path, 'data-django-line': line, inner = ''}: Record<string, string>) =>
        path === undefined
          ? []
          : [{path, line: Number(line ?? 1), code: /^<code>(.*)<\/code>$/.exec(inner)?.[1]}],
    ),
  };
}

/** Blocks of code as the pages have them, and scripts that name a file beside the tutorial. */
function readFiles(html: string): Promise<ProjectFile[]> {
  const found = html.matchAll(
    /<figure data-path="([^"]*)"[^]*?<code[^>]*>([^]*?)<\/code>|<script [^>]*?path="([^"]*)" src="\.\.\/([^"]*)"/g,
  );
  return Promise.all(
    [...found].map(async ([, block = '', text = '', path, src]) =>
      path === undefined || src === undefined
        ? {path: block, content: unescape(text)}
        : {path, content: await readFile(join(ROOT, 'demo', 'tutorial', src), 'utf8')},
    ),
  );
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([\w-]+)(?:="([^"]*)")?/g);
  return Object.fromEntries([...found].map(([, name, value = '']) => [name, unescape(value)]));
}

function unescape(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
