/** Web Platform Tests: forms, requests, sockets, history, storages. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import type {Suite} from '../suite.js';
import {siteFiles} from '../site.js';
import {WPT_DIFFERENCES} from './differences.js';
import {withEchoes} from './echoes.js';
import {filesIn, pagesOf} from './pages.js';

/** Folders with tests that are run. */
export const TESTED: readonly string[] = [
  'beacon',
  'cookies',
  'eventsource',
  'fetch/api',
  'FileAPI/file',
  'html/browsers/history/the-history-interface',
  'html/browsers/history/the-location-interface',
  'html/dom/documents/resource-metadata-management',
  'html/semantics/forms/form-submission-0',
  'html/semantics/forms/form-submission-target',
  'url/urlencoded-parser.any.js',
  'webstorage',
  'websockets',
  'xhr',
];

/** What they need beside. */
const NEEDED: readonly string[] = [
  'common',
  'cors',
  'FileAPI',
  'html/resources',
  'images',
  'resources',
  'tools/wptserve/wptserve',
  'tools/third_party/hpack/src',
  'tools/third_party/hyperframe/src',
];

export const WPT: Suite = {
  name: 'wpt',
  repository: 'https://github.com/web-platform-tests/wpt.git',
  commit: 'faf875d9b84f4319ac950cd51ef03a3dcf466a7f',
  engines: ['chromium'],
  paths: [...TESTED, ...NEEDED],
  passed: 'PASS',
  bar: 0.95,
  differences: WPT_DIFFERENCES,
  pages: checkout => pagesOf(checkout, TESTED),
  async site(checkout) {
    const files: Record<string, Uint8Array> = {};
    for (const folder of new Set([...TESTED, ...NEEDED])) {
      for (const path of await filesIn(checkout, folder)) {
        const content = await readFile(join(checkout, path));
        const isScript = path.endsWith('.js');
        files[path] = isScript ? Buffer.from(withEchoes(path, content.toString())) : content;
      }
    }
    files['resources/testharnessreport.js'] = await readFile(
      join(import.meta.dirname, 'site', 'report.js'),
    );
    files['blank.html'] = Buffer.from('<!doctype html><title>Nothing yet</title>');
    return siteFiles(import.meta.dirname, {'files.zip': zipSync(files, {level: 6})});
  },
};
