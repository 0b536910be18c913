/* oxlint-disable unicorn/consistent-function-scoping -- what runs in a page has nothing around it */
/** Where things are on a page. Each of these functions runs in one. */

/** What overlaps, is cut, lies outside of what holds it, or makes the page scroll sideways. */
export function findCrowding(): string[] {
  const found: string[] = [];
  const CONTROLS = 'button, input, select, textarea, summary, a[href], [role=tab]';
  const deep = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap(element =>
      element.shadowRoot ? [element].concat(deep(element.shadowRoot)) : [element],
    );
  const above = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root as ShadowRoot).host ?? null;
  };
  const name = (element: Element): string =>
    `${element.localName} "${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 30)}"`;
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > innerWidth) found.push(`The page is ${scrollWidth} wide, of ${innerWidth}`);

  for (const playground of document.querySelectorAll('django-playground')) {
    const controls = (playground.shadowRoot ? deep(playground.shadowRoot) : [])
      .filter(element => element.matches(CONTROLS))
      .filter(element => element.checkVisibility({visibilityProperty: true}))
      // What is only there to be heard is a pixel large.
      .filter(element => element.getBoundingClientRect().width > 2);
    const scrollerOf = (control: Element): Element | null => {
      for (let each = above(control); each && each !== playground; each = above(each)) {
        if (/auto|scroll/.test(getComputedStyle(each).overflowX)) return each;
      }
      return null;
    };
    const own = playground.getBoundingClientRect();
    controls.forEach((control, index) => {
      const box = control.getBoundingClientRect();
      const scroller = scrollerOf(control);
      if (!scroller && (box.left < own.left - 1 || box.right > own.right + 1)) {
        found.push(`${name(control)} is outside of its playground`);
      }
      if (control.localName === 'button' && control.scrollWidth > control.clientWidth + 1) {
        found.push(`${name(control)} is cut`);
      }
      for (const other of controls.slice(index + 1)) {
        if (control.contains(other) || other.contains(control)) continue;
        if (scroller !== scrollerOf(other)) continue;
        const next = other.getBoundingClientRect();
        const wide = Math.min(box.right, next.right) - Math.max(box.left, next.left);
        const high = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
        if (wide > 1 && high > 1) found.push(`${name(control)} overlaps ${name(other)}`);
      }
    });
  }
  return found;
}

/** How much the page has shifted by itself so far, and what was moved. */
export async function layoutShift(): Promise<{value: number; sources: string[]}> {
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly {readonly node: Node | null}[];
  }
  const entries = await new Promise<PerformanceEntry[]>(resolve => {
    const observer = new PerformanceObserver(list => resolve(list.getEntries()));
    observer.observe({type: 'layout-shift', buffered: true});
    // Nobody calls back where nothing has shifted.
    setTimeout(() => resolve(observer.takeRecords()), 200);
  });
  const shifts = (entries as LayoutShift[]).filter(({hadRecentInput}) => !hadRecentInput);
  const describe = (node: Node | null): string =>
    node instanceof Element
      ? `<${node.localName} class="${node.className}">`
      : (node?.nodeName ?? 'something');
  return {
    value: shifts.reduce((sum, {value}) => sum + value, 0),
    sources: shifts.map(
      ({value, sources}) =>
        `${value.toFixed(4)}: ${sources.map(({node}) => describe(node)).join(', ')}`,
    ),
  };
}
