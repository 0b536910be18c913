import {OPENER, type WindowId} from '../../../protocol/frame-window.js';
import {openPage} from '../navigate.js';
import {resolve} from '../place.js';
import {know} from './known.js';
import {remoteProperty, setRemote, tell, use} from './remote.js';

const standIns = new Map<WindowId, object>();

/** What a script has in the place of another window, always the same for one. */
export function standInFor(id: WindowId): object {
  const standIn = standIns.get(id) ?? makeStandIn(id);
  standIns.set(id, standIn);
  return standIn;
}

/** What there is of a window in any origin; all else of it can be used, but not read. */
function makeStandIn(id: WindowId): object {
  function go(address: unknown): void {
    const url = resolve(String(address));
    if (url === null) throw new DOMException(`${String(address)} is no address`, 'SyntaxError');
    openPage(url, {id, name: know(id).name, hasOpener: true});
  }
  const location = locationOf(id, go);
  const own = {
    get closed() {
      return know(id).closed;
    },
    get name() {
      return know(id).name;
    },
    get location(): object {
      return location;
    },
    set location(address: unknown) {
      go(address);
    },
    opener: id === OPENER ? null : window,
    close: () => tell(id, {act: 'close'}),
    focus: () => tell(id, {act: 'focus'}),
    blur: () => {},
    postMessage: (data: unknown) => tell(id, {act: 'post', data}),
  };
  return new Proxy(own, {
    get: (target, key) =>
      key in target ? Reflect.get(target, key) : remoteProperty({id, on: 0, path: []}, key),
    set: (target, key, value: unknown) =>
      key in target
        ? Reflect.set(target, key, value)
        : setRemote({id, on: 0, path: []}, key, value),
  });
}

/** What there is of its `location`, as far as it is known where it is. */
function locationOf(id: WindowId, go: (address: unknown) => void): object {
  const own = {
    assign: go,
    replace: go,
    reload: () => use(id, {act: 'call', on: 0, path: ['location', 'reload'], args: []}),
    toString: () => know(id).url,
  };
  return new Proxy(own, {
    get: (target, key) => Reflect.get(target, key) ?? Reflect.get(new URL(know(id).url), key),
    set(_target, part, value: unknown) {
      const url = new URL(know(id).url);
      if (part !== 'href') Reflect.set(url, part, value);
      go(part === 'href' ? value : url);
      return true;
    },
  });
}
