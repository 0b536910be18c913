import {installDependencies, runTypeScript} from './bootstrap.mjs';

installDependencies();
await runTypeScript('./build.ts');
