import {installDependencies, runTypeScript} from '../../src/build/bootstrap.mjs';

installDependencies();
await runTypeScript('../../test/django/suite.ts');
