/** Every journey of this folder, in one process, so that they share a browser and a server. */
import {readdirSync} from 'node:fs';
import {basename} from 'node:path';

const self = basename(import.meta.filename);

for (const file of readdirSync(import.meta.dirname).toSorted()) {
  if (file !== self) await import(`./${file}`);
}
