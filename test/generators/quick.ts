/** What is quick to install and to run, with one of its pages. */
import './plugins.js';
import {LIBRARIES} from './javascript.js';
import {describeGenerator} from './pages.js';
import {PYTHON_LIBRARIES, SPHINX_HTML} from './python.js';

for (const generator of [...LIBRARIES, ...PYTHON_LIBRARIES, SPHINX_HTML]) {
  describeGenerator(generator, 1);
}
