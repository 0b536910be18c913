import {installDependencies, runTypeScript} from '../../src/build/bootstrap.mjs';

installDependencies();
await runTypeScript('../../test/bench/bench.ts');
