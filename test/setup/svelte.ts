import {compile} from 'svelte/compiler';
import type {Plugin} from 'vite';

/** Compiles the components that the tests of frameworks are made of. */
export function svelte(): Plugin {
  return {
    name: 'svelte',
    transform(code, id) {
      if (!id.endsWith('.svelte')) return null;
      const {js} = compile(code, {filename: id, generate: 'client'});
      return {code: js.code, map: js.map};
    },
  };
}
