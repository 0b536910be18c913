import type {Plugin} from 'vite';

/**
 * Keeps Vite from watching files: a page that reloads because somebody saved one would break the
 * test that is on it. A plugin, because merging configurations leaves out what is `null`.
 */
export function unwatched(): Plugin {
  return {
    name: 'unwatched',
    config(config) {
      config.server = {...config.server, watch: null};
    },
  };
}
