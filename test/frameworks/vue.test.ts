import {createApp, h, nextTick, shallowRef} from 'vue';
import type {PlaygroundStateEvent} from '../../src/index.js';
import {describeFramework} from './contract.js';

describeFramework('Vue', async (container, first) => {
  const props = shallowRef(first);
  const app = createApp(() => {
    const {shown, theme, path, run, files, strings, title, views, onState} = props.value;
    if (!shown) return null;
    const properties = {
      theme,
      path,
      run,
      files,
      strings,
      'onDjango-playground-state': ({state}: PlaygroundStateEvent) => onState(state),
    };
    return h('django-playground', properties, [
      h('b', {slot: 'title'}, title),
      h('script', {type: 'text/x-django', path: 'views.py'}, views),
    ]);
  });
  app.mount(container);
  return {
    async update(next) {
      props.value = next;
      await nextTick();
    },
    unmount: () => app.unmount(),
  };
});
