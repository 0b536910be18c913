import type {CostHost} from './cost.js';

/** What some browsers tell of the line and of the reader's wishes. */
interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
}

/** A playground is connected whenever it is moved. */
const watched = new WeakSet<Element>();

/**
 * Say what Run loads: to whoever points at it or comes there with the keyboard, and without being
 * asked where bytes are dear. Nothing is loaded for it before that.
 */
export function watchCost(host: CostHost): void {
  if (watched.has(host)) return;
  watched.add(host);
  const abort = new AbortController();
  const {signal} = abort;
  const tell = (): void => {
    abort.abort();
    import('./cost.js')
      .then(({tellCost}) => tellCost(host))
      // Run works without it.
      .catch((error: unknown) => console.debug(error));
  };
  const onPointed = ({target}: Event): void => {
    if (target instanceof Element && target.closest('[part~=run]')) tell();
  };
  for (const type of ['pointerover', 'focusin']) {
    host.renderRoot.addEventListener(type, onPointed, {signal});
  }
  if (!isDear()) return;
  const observer = new IntersectionObserver(entries => {
    if (entries.some(({isIntersecting}) => isIntersecting)) tell();
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
}

function isDear(): boolean {
  const {connection} = navigator as Navigator & {readonly connection?: Connection};
  return connection?.saveData === true || connection?.type === 'cellular';
}
