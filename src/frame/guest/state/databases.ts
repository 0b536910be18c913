import {
  type Databases,
  START_DATABASES,
  type StartDatabases,
} from '../../../protocol/frame-state.js';
import {say} from '../host.js';
import {runPart} from './run-part.js';

/** Runs what stands in for IndexedDB and Cache. */
export function startDatabases(databases: Databases): void {
  const start = runPart(databases.script, START_DATABASES) as StartDatabases | undefined;
  start?.(databases, say);
}
