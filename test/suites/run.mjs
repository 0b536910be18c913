import {installDependencies, runTypeScript} from '../../src/build/bootstrap.mjs';

installDependencies();
await runTypeScript('../../test/suites/suites.ts');
