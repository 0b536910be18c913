/**
 * Tells the styles how high the rows above the panes are, which stay in sight with what is below.
 * The observer hands over what the browser has found out anyway: on long pages, asking each element
 * would have all of the page laid out each time.
 *
 * @param onStage Told how high the output is, in CSS pixels.
 */
export function measureHead(root: ParentNode, onStage: (height: number) => void): void {
  const head = root.querySelector<HTMLElement>('.head');
  const stage = root.querySelector('.stage');
  const {style} = head?.parentElement ?? {};
  if (!head || !style) return;
  const observer = new ResizeObserver(entries => {
    // In the next frame: what it changes would otherwise have to be observed in this one.
    requestAnimationFrame(() => {
      for (const {target, borderBoxSize} of entries) {
        const height = borderBoxSize[0]?.blockSize ?? 0;
        if (target === head) style.setProperty('--_head', `${height}px`);
        else onStage(height);
      }
    });
  });
  observer.observe(head);
  if (stage) observer.observe(stage);
}
