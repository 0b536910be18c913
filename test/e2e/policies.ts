/** The Content-Security-Policies that the guide names, with somebody told what goes against them. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../../src/build/paths.js';

/** Where browsers tell it. */
export const REPORTS = '/reports';

const GUIDE = readFileSync(join(ROOT, 'demo', 'guide', 'hosting.md'), 'utf8');
const POLICIES = [...GUIDE.matchAll(/^Content-Security-Policy:([^`]+)$/gm)].map(([, text = '']) =>
  [text.trim().replaceAll(/\s+/g, ' '), `report-uri ${REPORTS}`].join('; '),
);

/** For pages that allow nothing inline, and for others. */
export const [STRICT_POLICY = '', SIMPLE_POLICY = ''] = POLICIES;
