/** The console's face, loaded when somebody opens it. */
import {DjangoPlaygroundConsole} from '../console/index.js';

const NAME = 'django-playground-console';

/** Define the element that it is. */
export function defineConsole(): void {
  if (!customElements.get(NAME)) customElements.define(NAME, DjangoPlaygroundConsole);
}

export type {DjangoPlaygroundConsole};
