/** Every generator with all its pages, and our plugins as the package has them. */
import {before} from 'node:test';
import {bundleMarkdown} from '../../src/build/markdown.js';
import './plugins.js';
import './degraded.js';
import {LIBRARIES} from './javascript.js';
import {describeGenerator} from './pages.js';
import {PYTHON_LIBRARIES, PYTHON_SITES, SPHINX_HTML} from './python.js';
import {SITE_GENERATORS} from './sites.js';

before(bundleMarkdown);

for (const generator of [
  ...LIBRARIES,
  ...PYTHON_LIBRARIES,
  SPHINX_HTML,
  ...PYTHON_SITES,
  ...SITE_GENERATORS,
]) {
  describeGenerator(generator);
}
