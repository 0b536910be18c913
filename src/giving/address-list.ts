import type {SiteUrl} from '../protocol/interpreter.js';

export interface AddressListOptions {
  /** The address line's field, in a form. */
  readonly input: HTMLInputElement;
  /** What the list is put into, in the field's tree. */
  readonly container: HTMLElement;
  /** Asked each time somebody comes to the field. */
  ask(): Promise<readonly SiteUrl[]>;
  /** Path of the page that is shown. */
  current(): string;
  /** The list's name. */
  readonly label: string;
}

/** A part of an address that is to be filled in. */
const PLACEHOLDER = /<[^<>]*>/;

/** The most that are shown. */
const MOST = 50;

let lists = 0;

/**
 * Suggestions of a site's addresses below the field that one is typed into: a combobox with a list,
 * as the ARIA pattern of that name has it. Choosing an address goes there, or selects in it what is
 * to be filled in.
 */
export class AddressList {
  readonly #options: AddressListOptions;
  readonly #list = document.createElement('div');
  #urls: readonly SiteUrl[] = [];
  #shown: readonly SiteUrl[] = [];
  #active = -1;

  constructor(options: AddressListOptions) {
    this.#options = options;
    const {input, container, label} = options;
    this.#list.id = `addresses-${++lists}`;
    this.#list.className = 'addresses';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = label;
    this.#list.popover = 'manual';
    this.#list.setAttribute('part', 'addresses');
    container.append(this.#list);
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.ariaExpanded = 'false';
    input.setAttribute('aria-controls', this.#list.id);
    input.addEventListener('focus', () => void this.refresh());
    input.addEventListener('input', () => this.#open(input.value));
    input.addEventListener('click', () => this.#open(''));
    input.addEventListener('keydown', event => this.#onKey(event));
    input.addEventListener('blur', () => this.#close());
    input.form?.addEventListener('submit', event => this.#onSubmit(event), {capture: true});
    // The field keeps the focus.
    this.#list.addEventListener('pointerdown', event => event.preventDefault());
    this.#list.addEventListener('click', event => this.#onClick(event));
  }

  /** Ask again which addresses there are. */
  async refresh(): Promise<void> {
    this.#urls = await this.#options.ask().catch(() => []);
    if (this.#isOpen) this.#open(this.#options.input.value);
  }

  get #isOpen(): boolean {
    return this.#options.input.ariaExpanded === 'true';
  }

  /** @param text What an address or its name is to contain. */
  #open(text: string): void {
    const wanted = text.trim().toLowerCase();
    this.#shown = this.#urls
      .filter(({path, name}) => `${path}\n${name}`.toLowerCase().includes(wanted))
      .slice(0, MOST);
    if (this.#shown.length === 0) return this.#close();
    this.#list.replaceChildren(...this.#shown.map((url, index) => this.#option(url, index)));
    this.#activate(-1);
    if (this.#isOpen) return;
    this.#options.input.ariaExpanded = 'true';
    this.#list.showPopover();
    this.#place();
    addEventListener('scroll', this.#onScroll, {capture: true, passive: true});
  }

  #close(): void {
    if (!this.#isOpen) return;
    const {input} = this.#options;
    input.ariaExpanded = 'false';
    input.removeAttribute('aria-activedescendant');
    this.#list.hidePopover();
    removeEventListener('scroll', this.#onScroll, {capture: true});
  }

  #option({path, name}: SiteUrl, index: number): HTMLElement {
    const option = document.createElement('div');
    option.role = 'option';
    option.id = `${this.#list.id}-${index}`;
    option.ariaSelected = 'false';
    option.append(span('path', path));
    if (name) option.append(span('name', name));
    return option;
  }

  #activate(index: number): void {
    const {input} = this.#options;
    this.#active = index;
    for (const [at, option] of [...this.#list.children].entries()) {
      option.ariaSelected = String(at === index);
    }
    const option = this.#list.children[index];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({block: 'nearest'});
  }

  #choose({path}: SiteUrl): void {
    const {input} = this.#options;
    this.#close();
    input.value = path;
    if (!this.#selectPlaceholder()) input.form?.requestSubmit();
  }

  /** @returns whether there is anything to be filled in. */
  #selectPlaceholder(): boolean {
    const {input} = this.#options;
    const found = PLACEHOLDER.exec(input.value);
    if (found) input.setSelectionRange(found.index, found.index + found[0].length);
    return found !== null;
  }

  /** What is left to be filled in is no address. */
  #onSubmit(event: Event): void {
    this.#close();
    if (!this.#selectPlaceholder()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #onKey(event: KeyboardEvent): void {
    const {input} = this.#options;
    const {key, altKey} = event;
    const count = this.#shown.length;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      if (!this.#isOpen) this.#open('');
      // From the field to either end of the list, and from there to the field again.
      if (!altKey) this.#activate(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (key === 'Enter' && this.#isOpen && this.#active >= 0) {
      const url = this.#shown[this.#active];
      if (url) this.#choose(url);
    } else if (key === 'Escape' && this.#isOpen) {
      this.#close();
    } else if (key === 'Escape' && input.value !== this.#options.current()) {
      input.value = this.#options.current();
      input.select();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #onClick(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const url = target && this.#shown[[...this.#list.children].indexOf(target)];
    if (url) this.#choose(url);
  }

  readonly #onScroll = ({target}: Event): void => {
    if (target !== this.#list) this.#close();
  };

  /** Below the field, as wide as it. */
  #place(): void {
    const {left, bottom, width} = this.#options.input.getBoundingClientRect();
    const {style} = this.#list;
    style.left = `${left}px`;
    style.top = `${bottom + 2}px`;
    style.width = `${width}px`;
    style.maxHeight = `${Math.max(96, document.documentElement.clientHeight - bottom - 12)}px`;
  }
}

function span(name: string, content: string): HTMLElement {
  return Object.assign(document.createElement('span'), {className: name, textContent: content});
}
