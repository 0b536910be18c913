/* oxlint-disable unicorn/consistent-function-scoping -- what runs in a page has nothing around it */
/** Finding an element the way a person does: by what it is and what it is called. */

export type Role =
  | 'link'
  | 'button'
  | 'textbox'
  | 'checkbox'
  | 'radio'
  | 'combobox'
  | 'file'
  | 'tab'
  | 'heading'
  | 'progressbar'
  | 'alert'
  | 'log'
  | 'tree';

/** A selector is for what has no name, such as a field in a table of the admin. */
export type Locator = {readonly role: Role; readonly name?: string} | {readonly css: string};

/** For messages, e.g. `the button "Run"`. */
export function describeLocator(locator: Locator): string {
  if ('css' in locator) return `an element "${locator.css}"`;
  return `a ${locator.role}${locator.name === undefined ? '' : ` "${locator.name}"`}`;
}

/**
 * Runs in a page: the first visible element, open shadow roots included.
 *
 * @param within a selector of the element to search in; the whole document when it is `null`.
 */
export function locate(locator: Locator, within: string | null): Element | null {
  const selectors: Readonly<Record<Role, string>> = {
    link: 'a[href], area[href], [role=link]',
    button: 'button, summary, [role=button], input:is([type=submit], [type=button], [type=image])',
    textbox:
      'textarea, [role=textbox], [contenteditable], input:not([type]), input:is([type=text], [type=password], [type=email], [type=url], [type=search])',
    checkbox: 'input[type=checkbox], [role=checkbox]',
    radio: 'input[type=radio], [role=radio]',
    combobox: 'select, [role=combobox]',
    file: 'input[type=file]',
    tab: '[role=tab]',
    heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
    progressbar: 'progress, [role=progressbar]',
    alert: '[role=alert]',
    log: '[role=log]',
    tree: '[role=tree]',
  };
  const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replace(/:$/, '');
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const {labels} = element as HTMLInputElement;
    if (labels && labels.length > 0) return [...labels].map(node => node.textContent).join(' ');
    if (element instanceof HTMLInputElement && element.type === 'submit') return element.value;
    return (
      element.textContent ||
      element.querySelector('img[alt]')?.getAttribute('alt') ||
      element.getAttribute('title') ||
      element.getAttribute('placeholder') ||
      ''
    );
  };
  const selector = 'css' in locator ? locator.css : selectors[locator.role];
  const name = 'css' in locator ? undefined : locator.name;
  const start = within === null ? document : document.querySelector(within);
  if (!start) return null;
  const roots: ParentNode[] =
    start instanceof Element && start.shadowRoot ? [start.shadowRoot] : [start];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!element.matches(selector)) continue;
      if (!element.checkVisibility({visibilityProperty: true})) continue;
      if (name === undefined || tidy(nameOf(element)) === name) return element;
    }
  }
  return null;
}

/** Runs in a page: its visible text, that of open shadow roots after the rest. */
export function visibleText(within: string | null): string {
  const start = within === null ? document.body : document.querySelector<HTMLElement>(within);
  if (!start) return '';
  const elements: Element[] = start.shadowRoot ? [...start.shadowRoot.children] : [start];
  const texts: string[] = [];
  for (const element of elements) {
    if (element instanceof HTMLElement) texts.push(element.innerText);
    for (const inner of [element, ...element.querySelectorAll('*')]) {
      if (inner.shadowRoot) elements.push(...inner.shadowRoot.children);
    }
  }
  return texts.join('\n');
}
