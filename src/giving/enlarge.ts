/** What is enlarged, and what becomes of it. */
export interface EnlargeOptions {
  /** What fills the window. */
  readonly surface: HTMLElement;
  /** The element in the page that it belongs to, which keeps its place there. */
  readonly host: HTMLElement;
  /** What screen readers call it. */
  readonly label: string;
  /** The reader went back. */
  onleave(): void;
}

/**
 * Let an element fill the window, without moving it in its document: frames in it go on. The page
 * behind it cannot be reached meanwhile, and the browser's Back comes back to it.
 *
 * @returns how to end it.
 */
export function enlarge({surface, host, label, onleave}: EnlargeOptions): () => void {
  const {scrollX, scrollY} = window;
  const {height} = host.getBoundingClientRect();
  host.style.setProperty('block-size', `${height}px`);
  // What is as wide as the window measures itself by that, and not by its place in the page.
  host.style.setProperty('container', 'none');
  surface.classList.add('large');
  surface.role = 'dialog';
  surface.ariaModal = 'true';
  surface.ariaLabel = label;
  surface.popover = 'manual';
  surface.showPopover();
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !isWriting(event)) onleave();
  };
  surface.addEventListener('keydown', onKeydown);
  const restorePage = makeInert(host);
  const leaveHistory = enterHistory(onleave);
  return () => {
    leaveHistory();
    restorePage();
    surface.hidePopover();
    for (const name of ['popover', 'role', 'aria-modal', 'aria-label'])
      surface.removeAttribute(name);
    surface.removeEventListener('keydown', onKeydown);
    surface.classList.remove('large');
    for (const name of ['block-size', 'container']) host.style.removeProperty(name);
    window.scrollTo({left: scrollX, top: scrollY, behavior: 'instant'});
  };
}

/** Whether Escape has another meaning: in an editor it is the way out of it. */
function isWriting(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  const isEditor = target instanceof HTMLElement && target.matches('textarea, [contenteditable]');
  return isEditor || event.defaultPrevented;
}

/** Keep focus, pointer and screen readers from everything but an element. */
function makeInert(kept: HTMLElement): () => void {
  const made: HTMLElement[] = [];
  for (let node: Node | null = kept; node; node = parentOf(node)) {
    for (const sibling of node.parentNode?.children ?? []) {
      if (sibling === node || !(sibling instanceof HTMLElement) || sibling.inert) continue;
      sibling.inert = true;
      made.push(sibling);
    }
    if (node === document.body) break;
  }
  return () => {
    for (const element of made) element.inert = false;
  };
}

function parentOf(node: Node): Node | null {
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
}

/** Going back takes the browser a while; until then no other entry may be made. */
let leaving: Promise<unknown> | undefined;

/** Wait until the history is as it was before something was enlarged. */
export async function returned(): Promise<void> {
  await leaving;
}

/** An entry of its own in the browser's history, with the same address, so that Back leaves. */
function enterHistory(onleave: () => void): () => void {
  let isIn = true;
  const onPop = (): void => {
    isIn = false;
    onleave();
  };
  try {
    history.pushState(history.state, '');
  } catch {
    // Where a document may not, as in some frames, Back is not ours.
    return () => {};
  }
  addEventListener('popstate', onPop, {once: true});
  return () => {
    removeEventListener('popstate', onPop);
    if (!isIn) return;
    leaving = new Promise(resolve => addEventListener('popstate', resolve, {once: true}));
    history.back();
  };
}
