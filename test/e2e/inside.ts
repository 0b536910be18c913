/** What is looked up inside a playground. Each of these functions runs in a page. */

/** Where the line of that orientation can be taken hold of, in pixels of the window. */
export function centerOf(orientation: string): {x: number; y: number} {
  const root = document.querySelector('django-playground')!.shadowRoot!;
  const line = root.querySelector<HTMLElement>(`.splitter.${orientation}`)!;
  const {left, right, top, bottom} = line.getBoundingClientRect();
  return {x: (left + right) / 2, y: (top + bottom) / 2};
}

/** Resolves once what was done can be seen. */
export async function rendered(): Promise<void> {
  await document.querySelector('django-playground')!.updateComplete;
  await new Promise(resolve => requestAnimationFrame(resolve));
}

/** Where the toolbar begins, the row of files ends and the caret's line begins. */
export function stickyEdges(): {head: number; bar: number; caret: number} {
  const root = document.querySelector('django-playground')!.shadowRoot!;
  const files = root.querySelector('django-playground-files')!.shadowRoot!;
  const head = root.querySelector('.head')!.getBoundingClientRect();
  const bar = files.querySelector('.bar')!.getBoundingClientRect();
  const caret = files.querySelector('.cm-activeLine')?.getBoundingClientRect().top ?? 0;
  // Right below the toolbar, not under it.
  return {head: head.top, bar: Math.abs(bar.top - head.bottom) < 2 ? bar.bottom : -1, caret};
}

/** Code that is not there as a whole: scrolled, cut or folded. */
export function cutCode(): string[] {
  const root = document.querySelector('django-playground')!.shadowRoot!;
  const files = root.querySelector('django-playground-files')!.shadowRoot!;
  return [...files.querySelectorAll<HTMLElement>('.text')]
    .filter(text => {
      const isWhole = text.scrollHeight <= text.clientHeight + 1 && text.clientHeight > 0;
      return !isWhole || text.querySelector('details:not([open])') !== null;
    })
    .map(text => text.ariaLabel ?? '');
}

/** What moves or would. */
export function movingParts(): string[] {
  const found: string[] = [];
  const roots: ParentNode[] = [document.querySelector('django-playground')!.shadowRoot!];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const {transitionDuration, animationName, animationDuration} = getComputedStyle(element);
      const durations = [transitionDuration, animationName === 'none' ? '0s' : animationDuration];
      if (durations.every(duration => /^[0., ms]+$/.test(duration))) continue;
      found.push(`${element.localName} ${element.getAttribute('class') ?? ''}`);
    }
  }
  return found;
}

/** The scheme of its colours. */
export function schemeNow(): string {
  const root = document.querySelector('django-playground')!.shadowRoot!;
  return getComputedStyle(root.querySelector('.playground')!).colorScheme;
}
