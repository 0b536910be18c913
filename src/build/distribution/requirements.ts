import {join} from 'node:path';
import {REQUIREMENTS} from '../paths.js';

/** The pinned versions and hashes of one series' packages. */
export function requirementsFile(series: string): string {
  return join(REQUIREMENTS, `django-${series}.txt`);
}
