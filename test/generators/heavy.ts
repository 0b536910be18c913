/** Generators of whole sites, with our plugins as the package has them. */
import {before} from 'node:test';
import {bundleMarkdown} from '../../src/build/markdown.js';
import {describeGenerator} from './pages.js';
import {SITE_GENERATORS} from './sites.js';

before(bundleMarkdown);

SITE_GENERATORS.forEach(describeGenerator);
