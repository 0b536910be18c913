import {WeakSet, addEventListener, composedPath} from './natives.js';

/**
 * Listens in every shadow root too. A `submit` never leaves its root, and within a closed root
 * nobody outside sees which link was clicked.
 *
 * @param watch Puts listeners on a root; called once for each.
 */
export function watchShadowRoots(watch: (root: ShadowRoot) => void): void {
  const watched = new WeakSet<ShadowRoot>();
  function add(root: ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    watch(root);
  }

  const {attachShadow} = Element.prototype;
  Element.prototype.attachShadow = function (init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    add(root);
    return root;
  };
  // Roots that came with the markup are met when somebody points or types into them.
  function onInput(event: Event): void {
    for (const target of composedPath(event)) if (target instanceof ShadowRoot) add(target);
  }
  for (const type of ['pointerdown', 'keydown', 'click']) {
    addEventListener(window, type, onInput, {capture: true});
  }
  const {requestSubmit} = HTMLFormElement.prototype;
  HTMLFormElement.prototype.requestSubmit = function (submitter?: HTMLElement | null): void {
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) add(root);
    requestSubmit.call(this, submitter);
  };
}
