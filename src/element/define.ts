import {DjangoPlaygroundFiles} from '../files/index.js';
import {DjangoPlayground} from './django-playground.js';

/** A page may load the script twice, e.g. from two posts on one page; the first one counts. */
function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

/** Define `<django-playground>` and the element it is made of. */
export function defineElements(): void {
  define('django-playground-files', DjangoPlaygroundFiles);
  define('django-playground', DjangoPlayground);
}

declare global {
  interface HTMLElementTagNameMap {
    'django-playground': DjangoPlayground;
    'django-playground-files': DjangoPlaygroundFiles;
  }
}
