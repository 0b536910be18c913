/** Tells the styles how high the rows above the panes are, which stay in sight with what is below. */
export function measureHead(root: ParentNode): void {
  const head = root.querySelector<HTMLElement>('.head');
  const {style} = head?.parentElement ?? {};
  if (!head || !style) return;
  new ResizeObserver(() => style.setProperty('--_head', `${head.offsetHeight}px`)).observe(head);
}
