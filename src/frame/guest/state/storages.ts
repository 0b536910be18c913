import {
  STORAGE_QUOTA,
  type StorageChange,
  type StorageItems,
  type StorageName,
} from '../../../protocol/frame-state.js';
import {say} from '../host.js';
import {
  DOMException,
  Map,
  Proxy,
  Reflect,
  StorageEvent,
  WeakMap,
  dispatchEvent,
} from '../natives.js';
import {override} from './override.js';

/** What a storage holds, and which it is. */
interface Area {
  readonly name: StorageName;
  readonly items: Map<string, string>;
  size: number;
}

/** What is behind each `Storage` of the site's scripts. */
const areas = new WeakMap<object, Area>();

/** What the host does not know yet. */
const untold: StorageChange[] = [];

const storages = new Map<StorageName, Storage>();

/** Makes `localStorage` and `sessionStorage` those of the visitor and the view. */
export function installStorages(local: StorageItems, session: StorageItems): void {
  for (const [name, method] of Object.entries<Function>(METHODS)) {
    override(Storage.prototype, name, {value: new Proxy(method, CAREFUL), writable: true});
  }
  override(Storage.prototype, 'length', {
    get(this: Storage) {
      return area(this).items.size;
    },
  });
  watchEvents();
  for (const [name, items] of [
    ['local', local],
    ['session', session],
  ] as const) {
    const storage = makeStorage(name, items);
    storages.set(name, storage);
    override(window, `${name}Storage`, {get: () => storage});
  }
}

/** Takes over what another document of the visitor has changed. */
export function updateStorage({storage: name, key, value}: StorageChange, url: string): void {
  const storageArea = storages.get(name);
  if (!storageArea) return;
  const oldValue = key === null ? null : storageArea.getItem(key);
  change(area(storageArea), key, value);
  const init = {key, oldValue, newValue: value, url, storageArea};
  dispatchEvent(window, new window.StorageEvent('storage', init));
}

/** Scripts tell of such storages too, and the browser takes none but its own. */
function watchEvents(): void {
  window.StorageEvent = new Proxy(StorageEvent, {
    construct(target, args: [type: string, init?: StorageEventInit], made: () => unknown) {
      const [type, {storageArea = null, ...init} = {}] = args;
      const isOurs = storageArea !== null && areas.has(storageArea);
      const event = Reflect.construct(target, isOurs ? [type, init] : args, made) as StorageEvent;
      if (isOurs) override(event, 'storageArea', {value: storageArea});
      return event;
    },
  });
}

const METHODS = {
  key(this: Storage, index: number): string | null {
    return [...area(this).items.keys()][index >>> 0] ?? null;
  },
  getItem(this: Storage, key: unknown): string | null {
    return area(this).items.get(String(key)) ?? null;
  },
  setItem(this: Storage, key: unknown, value: unknown): void {
    store(area(this), String(key), String(value));
  },
  removeItem(this: Storage, key: unknown): void {
    store(area(this), String(key), null);
  },
  clear(this: Storage): void {
    store(area(this), null, null);
  },
};

/** Methods whose arguments have to be there, as the browser's own have it. */
const CAREFUL: ProxyHandler<Function> = {
  apply(method, storage, args: unknown[]) {
    if (args.length >= method.length) return Reflect.apply(method, storage, args) as unknown;
    throw new TypeError(`${method.name} needs ${method.length} arguments, and has ${args.length}.`);
  },
};

/** @throws DOMException `QuotaExceededError` */
function store(target: Area, key: string | null, value: string | null): void {
  const {name: storage, items} = target;
  const before = key === null ? null : items.get(key);
  if (key === null ? items.size === 0 : before === (value ?? undefined)) return;
  change(target, key, value);
  if (target.size > STORAGE_QUOTA && value !== null) {
    change(target, key, before ?? null);
    throw new DOMException(`The ${storage} storage is full.`, 'QuotaExceededError');
  }
  tell({storage, key, value});
}

/** Together with what else the same script changes, since that may be a lot. */
function tell(told: StorageChange): void {
  if (untold.push(told) > 1) return;
  queueMicrotask(() => say({kind: 'storage', changes: untold.splice(0)}));
}

function change(target: Area, key: string | null, value: string | null): void {
  const {items} = target;
  if (key === null) {
    items.clear();
    target.size = 0;
    return;
  }
  const before = items.get(key);
  if (before !== undefined) target.size -= key.length + before.length;
  if (value === null) items.delete(key);
  else {
    items.set(key, value);
    target.size += key.length + value.length;
  }
}

/** Its items are properties, unless a method is called so. */
function makeStorage(name: StorageName, items: StorageItems): Storage {
  const made: Area = {name, items: new Map(items), size: 0};
  for (const [key, value] of items) made.size += key.length + value.length;
  const item = (target: Storage, key: string | symbol): string | undefined =>
    typeof key === 'symbol' || key in target ? undefined : made.items.get(key);
  const storage = new Proxy(Object.create(Storage.prototype) as Storage, {
    get: (target, key) => item(target, key) ?? (Reflect.get(target, key, storage) as unknown),
    has: (target, key) => key in target || item(target, key) !== undefined,
    set(target, key, value: unknown) {
      if (typeof key === 'symbol') return Reflect.set(target, key, value);
      store(made, key, String(value));
      return true;
    },
    deleteProperty(target, key) {
      if (item(target, key) === undefined) return Reflect.deleteProperty(target, key);
      store(made, String(key), null);
      return true;
    },
    defineProperty(target, key, descriptor) {
      if (typeof key === 'symbol') return Reflect.defineProperty(target, key, descriptor);
      store(made, key, String(descriptor.value));
      return true;
    },
    ownKeys: target => [...made.items.keys(), ...Reflect.ownKeys(target)],
    getOwnPropertyDescriptor(target, key) {
      const value = item(target, key);
      if (value === undefined) return Reflect.getOwnPropertyDescriptor(target, key);
      return {value, writable: true, enumerable: true, configurable: true};
    },
  });
  areas.set(storage, made);
  return storage;
}

/** @throws TypeError as the browser's own methods do. */
function area(storage: Storage): Area {
  const found = areas.get(storage);
  if (!found) throw new TypeError('Illegal invocation');
  return found;
}
