/** A real playground on a real page, for the tests of this room. */
import '../../src/index.js';
import type {DjangoPlayground, PlaygroundErrorEvent} from '../../src/index.js';

/** Files by path, put into the tag as its author would write them. */
export type Sources = Readonly<Record<string, string>>;

/** Put a playground on the page. */
export function mount(sources: Sources, attributes: Sources = {}): DjangoPlayground {
  const playground = document.createElement('django-playground');
  for (const [name, value] of Object.entries(attributes)) playground.setAttribute(name, value);
  for (const [path, source] of Object.entries(sources)) {
    const script = document.createElement('script');
    script.type = 'text/x-django';
    script.setAttribute('path', path);
    script.textContent = source;
    playground.append(script);
  }
  document.body.append(playground);
  return playground;
}

/** Wait for one event of the playground. */
export function once<Name extends keyof HTMLElementEventMap>(
  playground: DjangoPlayground,
  name: Name,
  matches: (event: HTMLElementEventMap[Name]) => boolean = () => true,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise(resolve => {
    const listener = (event: HTMLElementEventMap[Name]): void => {
      if (!matches(event)) return;
      playground.removeEventListener(name, listener);
      resolve(event);
    };
    playground.addEventListener(name, listener);
  });
}

/** The error that running it ends with. */
export async function failureOf(playground: DjangoPlayground): Promise<PlaygroundErrorEvent> {
  const event = once(playground, 'django-playground-error');
  await playground.run().catch(() => {});
  return event;
}

/** What a person reads in the element's own face, not in the site's. */
export async function face(playground: DjangoPlayground): Promise<string> {
  await playground.updateComplete;
  return playground.shadowRoot?.querySelector('.playground')?.textContent ?? '';
}

/** The text of a page of the site. */
export async function text(playground: DjangoPlayground, path: string): Promise<string> {
  return (await playground.request(path)).text();
}

/** Press a button of the element's face. */
export async function press(playground: DjangoPlayground, name: string): Promise<void> {
  await playground.updateComplete;
  const buttons = [...(playground.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find(
    each => each.textContent?.trim() === name || each.getAttribute('aria-label') === name,
  );
  if (!button) throw new Error(`There is no button “${name}”.`);
  button.click();
}
