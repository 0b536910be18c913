import {DjangoPlaygroundFiles} from '../files/index.js';
import {DjangoPlayground} from './django-playground.js';

/** A page may load the script twice, e.g. from two posts on one page; the first one counts. */
function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

/**
 * Let a framework set what it takes for a property, as there is one of the attribute's name: `run`,
 * which is a method.
 */
function takeRunAsAttribute({prototype}: typeof DjangoPlayground): void {
  const {run} = prototype;
  Object.defineProperty(prototype, 'run', {
    configurable: true,
    get: () => run,
    set(this: DjangoPlayground, when: DjangoPlayground['runOn']) {
      this.runOn = when;
    },
  });
}

/** Define `<django-playground>` and the element it is made of. */
export function defineElements(): void {
  takeRunAsAttribute(DjangoPlayground);
  define('django-playground-files', DjangoPlaygroundFiles);
  define('django-playground', DjangoPlayground);
}

declare global {
  interface HTMLElementTagNameMap {
    'django-playground': DjangoPlayground;
    'django-playground-files': DjangoPlaygroundFiles;
  }
}
