import {mount, tick, unmount} from 'svelte';
import {writable} from 'svelte/store';
import {describeFramework} from './contract.js';
import Page from './page.svelte';

describeFramework('Svelte', async (container, first) => {
  const page = writable(first);
  const mounted = mount(Page, {target: container, props: {page}});
  return {
    async update(next) {
      page.set(next);
      await tick();
    },
    unmount: () => void unmount(mounted),
  };
});
