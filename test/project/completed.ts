import {assert} from 'chai';
import {completeProject, toStoredFiles} from '../../src/project/index.js';

/** A project of texts by path, and what is stored of it. */
export function complete(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([path, content]) => ({path, content}));
  const project = completeProject(files);
  const decoder = new TextDecoder();
  const stored = new Map(
    toStoredFiles(project).map(({path, content}) => [path, decoder.decode(content)]),
  );
  const text = (path: string) => stored.get(path) ?? assert.fail(`${path} is missing.`);
  return {
    ...project,
    text,
    paths: [...stored.keys()].toSorted(),
    suppliedPaths: project.supplied.map(({path}) => path).toSorted(),
    notes: project.notes.join('\n'),
    routes: (path = 'mysite/urls.py') =>
      [...text(path).matchAll(/path\("(.*?)", (.*)\),/g)].map(([, route, view]) => [route, view]),
  };
}

/** The apps that supplied settings install beside Django's own. */
export const apps = (settings: string) =>
  [
    ...(/INSTALLED_APPS = \[([^]*?)\]/.exec(settings)?.[1] ?? '').matchAll(/"(?!django\.)(.*?)"/g),
  ].map(match => match[1]);
