/** A real playground on a real page, for the tests of this room. */
import '../../src/index.js';
import type {DjangoPlayground, PlaygroundErrorEvent} from '../../src/index.js';
import {until} from '../setup/until.js';

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
  const button = await until(`there is a button “${name}”`, async () => {
    await playground.updateComplete;
    const buttons = [...(playground.shadowRoot?.querySelectorAll('button') ?? [])];
    return buttons.find(
      each => each.textContent?.trim() === name || each.getAttribute('aria-label') === name,
    );
  });
  button.click();
}

/** Wait until something in the code pane is there. */
async function inPane<Found>(
  playground: DjangoPlayground,
  what: string,
  look: (root: ShadowRoot) => Found | null | undefined,
): Promise<Found> {
  return until(`the code pane has a ${what}`, () => {
    const root = playground.shadowRoot?.querySelector('django-playground-files')?.shadowRoot;
    return root && look(root);
  });
}

/**
 * Replace a file's text as a reader does: choose it, press Enter, select all, paste.
 *
 * @param path Where it is left out, the file that is shown.
 */
export async function edit(
  playground: DjangoPlayground,
  content: string,
  path?: string,
): Promise<void> {
  if (path !== undefined) {
    const tab = await inPane(playground, `tab of ${path}`, root =>
      root.querySelector<HTMLElement>(`:is([role=tab], [role=treeitem])[title="${path}"]`),
    );
    tab.click();
  }
  const shown = await inPane(playground, 'text', root => seen(root, '.text, .editing *'));
  if (shown.matches('.text')) {
    shown.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}),
    );
  }
  const field = await inPane(playground, 'editor', root =>
    seen(root, '.editing :is(textarea, [role=textbox])'),
  );
  field.focus();
  if (field instanceof HTMLTextAreaElement) field.select();
  else pressWithControl(field, 'a');
  if (field.dispatchEvent(pasteOf(content)) && 'value' in field) {
    field.value = content;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
}

function pasteOf(content: string): ClipboardEvent {
  const data = new DataTransfer();
  data.setData('text/plain', content);
  const event = new ClipboardEvent('paste', {bubbles: true, cancelable: true});
  // Firefox takes no data for an event that no person made.
  Object.defineProperty(event, 'clipboardData', {value: data});
  return event;
}

/** The first element that can be seen. */
function seen(root: ShadowRoot, selector: string): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(selector)].find(element =>
    element.checkVisibility(),
  );
}

/** Press a key together with Ctrl, or ⌘ on a Mac. */
function pressWithControl(field: HTMLElement, key: string): void {
  const isMac = /Mac/.test(navigator.platform);
  const modifiers = {ctrlKey: !isMac, metaKey: isMac};
  field.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      keyCode: key.toUpperCase().charCodeAt(0),
      ...modifiers,
      bubbles: true,
      cancelable: true,
    }),
  );
}
