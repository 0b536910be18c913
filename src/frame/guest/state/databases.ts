import {
  type Databases,
  START_DATABASES,
  type StartDatabases,
} from '../../../protocol/frame-state.js';
import {say} from '../host.js';

/** Runs what stands in for IndexedDB and Cache: it is too large to be a part of the guest. */
export function startDatabases(databases: Databases): void {
  const element = document.createElement('script');
  element.textContent = databases.script;
  document.documentElement.append(element);
  element.remove();
  const start = Reflect.get(window, START_DATABASES) as StartDatabases | undefined;
  Reflect.deleteProperty(window, START_DATABASES);
  start?.(databases, say);
}
