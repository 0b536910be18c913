import {getNative, removeNative} from './natives.js';
import {take} from './properties.js';

/** Scripts in a fragment that a range makes of markup do run, once it is put into the document. */
export function watchFragments(): void {
  const {createContextualFragment} = Range.prototype;
  Range.prototype.createContextualFragment = function (markup: string): DocumentFragment {
    const fragment = createContextualFragment.call(this, markup);
    for (const script of fragment.querySelectorAll('script[src]')) {
      if (take(script, 'src', getNative(script, 'src') ?? '')) removeNative(script, 'src');
    }
    return fragment;
  };
}
