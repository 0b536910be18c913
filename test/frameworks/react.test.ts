import {createElement as h, type ReactNode} from 'react';
import {flushSync} from 'react-dom';
import {createRoot} from 'react-dom/client';
import {describeFramework, type PageProps} from './contract.js';
import type {PlaygroundStateEvent} from '../../src/index.js';

function Page({
  shown,
  theme,
  path,
  run,
  files,
  strings,
  title,
  views,
  onState,
}: PageProps): ReactNode {
  if (!shown) return null;
  const properties = {
    theme,
    path,
    run,
    files,
    strings,
    'ondjango-playground-state': ({state}: PlaygroundStateEvent) => onState(state),
  };
  // A script that a framework makes as an element does not run anyway; its text is what counts.
  const file = h('script', {type: 'text/x-django', path: 'views.py'} as object, views);
  return h('django-playground', properties, h('b', {slot: 'title'}, title), file);
}

describeFramework('React', async (container, first) => {
  const root = createRoot(container);
  const show = (props: PageProps): void => flushSync(() => root.render(h(Page, props)));
  show(first);
  return {
    update: async props => show(props),
    unmount: () => root.unmount(),
  };
});
