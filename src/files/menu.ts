import {html, nothing, render} from 'lit';

export interface MenuItem {
  readonly label: string;
  /** Of an item that is on or off. */
  readonly checked?: boolean;
  /** Set off from the items before. */
  readonly begins?: boolean;
  readonly disabled?: boolean;
  choose(): void;
}

/** A menu beside what opened it, as in the ARIA pattern. */
export class Menu {
  readonly element = document.createElement('div');
  #anchor: Element | undefined;

  constructor() {
    const {element} = this;
    element.role = 'menu';
    element.className = 'choices';
    element.popover = 'auto';
    element.addEventListener('keydown', event => this.#onKeydown(event));
    element.addEventListener('toggle', event => {
      const isOpen = event.newState === 'open';
      if (this.#anchor?.hasAttribute('aria-haspopup')) {
        this.#anchor.ariaExpanded = String(isOpen);
      }
    });
  }

  open(anchor: Element, label: string, items: readonly MenuItem[]): void {
    this.#anchor = anchor;
    const {element} = this;
    element.ariaLabel = label;
    render(
      items.map(
        item =>
          html`<button
            type="button"
            role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
            aria-checked=${item.checked ?? nothing}
            aria-disabled=${item.disabled ?? false}
            class=${item.begins ? 'begins' : ''}
            tabindex="-1"
            @click=${() => this.#choose(item)}
          >
            ${item.label}
          </button>`,
      ),
      element,
    );
    element.showPopover();
    this.#place(anchor.getBoundingClientRect());
    this.#items[0]?.focus();
  }

  get #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('button')];
  }

  #choose(item: MenuItem): void {
    if (item.disabled) return;
    this.element.hidePopover();
    if (this.#anchor instanceof HTMLElement) this.#anchor.focus();
    item.choose();
  }

  /** Below what opened it, or above, and never beyond the screen. */
  #place({left, right, top, bottom}: DOMRect): void {
    const {style, offsetWidth, offsetHeight} = this.element;
    const isRtl = this.element.matches(':dir(rtl)');
    const x = isRtl ? left : right - offsetWidth;
    const y = bottom + offsetHeight + 4 > innerHeight ? top - offsetHeight - 2 : bottom + 2;
    style.left = `${Math.max(4, Math.min(x, innerWidth - offsetWidth - 4))}px`;
    style.top = `${Math.max(4, y)}px`;
  }

  #onKeydown(event: KeyboardEvent): void {
    const items = this.#items;
    const root = this.element.getRootNode() as ShadowRoot;
    const at = items.indexOf(root.activeElement as HTMLElement);
    const {key} = event;
    const target = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[key];
    if (target !== undefined) items[target]?.focus();
    else if (key === 'Tab' || key === 'Escape') this.element.hidePopover();
    else if (key.length === 1 && key !== ' ') this.#goTo(key, items, at);
    else return;
    if (key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape' && this.#anchor instanceof HTMLElement) this.#anchor.focus();
  }

  #goTo(letter: string, items: readonly HTMLElement[], at: number): void {
    const starts = (item: HTMLElement): boolean =>
      item.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()) ?? false;
    [...items.slice(at + 1), ...items.slice(0, at + 1)].find(starts)?.focus();
  }
}
