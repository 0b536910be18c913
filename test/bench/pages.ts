/** The pages that the benchmark's browsers are started with, and their scripts. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {bundleSelfContained} from '../../src/build/plugins/self-contained.js';
import type {ReferenceSetup} from './page/reference.js';
import {readingPage} from './reading-page.js';
import type {SourceArchives} from './server/source-archives.js';
import {pollsMarkup, pollsProject} from './polls.js';

const PAGE = join(import.meta.dirname, 'page');
const SCRIPTS = [
  'first-visit',
  'return-visit',
  'start',
  'twelve',
  'typing',
  'reference',
  'reference-worker',
];

/** Where the addresses of all pages of the demo's own files begin. */
const FOLDER = '/demo';

export const FIRST_VISIT = `${FOLDER}/first-visit.html`;
export const RETURN_VISIT = `${FOLDER}/return-visit.html`;
export const FIRST_START = `${FOLDER}/first-start.html`;
export const RETURN_START = `${FOLDER}/return-start.html`;
export const FIRST_OWN_START = `${FOLDER}/first-own-start.html`;
export const RETURN_OWN_START = `${FOLDER}/return-own-start.html`;
export const TWELVE = `${FOLDER}/twelve.html`;
export const TYPING_PAGE = `${FOLDER}/typing.html`;
export const READING = `${FOLDER}/reading.html`;
export const READING_PLAIN = `${FOLDER}/reading-plain.html`;
export const INSTALL = `${FOLDER}/install.html`;
export const FILES = `${FOLDER}/files.html`;

const ELEMENT = '<script type="module" src="/dist/django-playground.js"></script>';

const OWN_ELEMENT = ELEMENT.replace('/dist/', '/own/');

/** An app that uses the packages of a runtime of one's own. */
const SHELF = `<script type="text/x-django" path="shelf/models.py" hidden>
from bench_shelf import SEARCH
from django_filters import FilterSet
from polls.models import Question

class QuestionFilter(FilterSet):
    text = SEARCH

    class Meta:
        model = Question
        fields = ["text"]
</script>`;

/** Tells of what goes wrong before a page's script can. */
const ALARM = `<script>
  const alarm = reason => fetch('/ask', {method: 'POST', body: JSON.stringify({
    kind: 'report',
    report: {findings: [], faults: [{name: 'the page', reason: String(reason)}]},
  })});
  addEventListener('error', ({message, target}) => alarm(message ?? target.src), true);
  addEventListener('unhandledrejection', ({reason}) => alarm(reason));
</script>`;

/** All of them, by path. */
export async function makePages(archives: SourceArchives): Promise<ReadonlyMap<string, string>> {
  const markup = await pollsMarkup();
  const setup = {
    ...archives,
    program: await readFile(join(PAGE, 'reference.py'), 'utf8'),
    project: await pollsProject(markup),
    path: '/polls/',
  };
  const withShelf = markup.replace('</django-playground>', `${SHELF}</django-playground>`);
  const scripts = SCRIPTS.map(async name => {
    const entry = join(PAGE, `${name}.ts`);
    const {code} = await bundleSelfContained({entry, format: 'module', minify: false});
    return [`/scripts/${name}.js`, code] as const;
  });
  return new Map([
    ...(await Promise.all(scripts)),
    [FIRST_VISIT, page('first-visit', ELEMENT + markup)],
    [RETURN_VISIT, page('return-visit', ELEMENT + markup)],
    [FIRST_START, page('start', ELEMENT + markup, 'first visit')],
    [RETURN_START, page('start', ELEMENT + markup, 'return visit')],
    [FIRST_OWN_START, page('start', OWN_ELEMENT + withShelf, 'first visit with packages')],
    [RETURN_OWN_START, page('start', OWN_ELEMENT + withShelf, 'return visit with packages')],
    [TWELVE, page('twelve', ELEMENT + markup.repeat(12))],
    [TYPING_PAGE, page('typing', ELEMENT + markup)],
    [READING, readingPage(ELEMENT)],
    [READING_PLAIN, readingPage()],
    [INSTALL, page('reference', setupTag({...setup, kind: 'install'}))],
    [FILES, page('reference', setupTag({...setup, kind: 'files'}))],
  ]);
}

function page(script: string, body: string, title = script): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>${title}</title>
<link rel="icon" href="data:,">
${ALARM}
${body}
<script type="module" src="/scripts/${script}.js"></script>`;
}

function setupTag(setup: ReferenceSetup): string {
  // What ends a script tag may stand in a template of the site.
  const json = JSON.stringify(setup).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="setup">${json}</script>`;
}
