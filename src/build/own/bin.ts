#!/usr/bin/env node
/** `npx django-playground`, in the package. */
import {join} from 'node:path';
import {main} from './main.js';

try {
  // Its own folder is `dist/build/own/`.
  process.exitCode = await main(process.argv.slice(2), join(import.meta.dirname, '..', '..'));
} catch (error) {
  console.error(process.env['DEBUG'] ? error : `\n${(error as Error).message}`);
  process.exitCode = 1;
}
