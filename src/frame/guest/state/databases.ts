import {type DatabaseDump, type Databases, START_DATABASES} from '../../../protocol/frame-state.js';
import {say} from '../host.js';

type Start = (known: readonly DatabaseDump[], tell: (dump: DatabaseDump) => void) => void;

/** Runs what stands in for IndexedDB and Cache: it is too large to be a part of the guest. */
export function startDatabases({script, known}: Databases): void {
  const element = document.createElement('script');
  element.textContent = script;
  document.documentElement.append(element);
  element.remove();
  const start = Reflect.get(window, START_DATABASES) as Start | undefined;
  Reflect.deleteProperty(window, START_DATABASES);
  start?.(known, dump => say({kind: 'database', dump}));
}
