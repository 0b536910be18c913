/** Where the code blocks of a document are, whatever generator made them. */

/** The code blocks in an element: not the numbers beside each line, not a caption. */
export function codeBlocks(scope: Element): Element[] {
  return [...scope.querySelectorAll('pre')].filter(isCodeBlock);
}

export function isCodeBlock(element: Element): boolean {
  return (
    element.localName === 'pre' &&
    !element.parentElement?.closest('pre') &&
    !element.closest('td')?.nextElementSibling?.querySelector('pre') &&
    !element.closest('.code-with-filename-file') &&
    !element.matches('[data-django-manage], :has([data-django-manage])')
  );
}

/**
 * What can say something of a block, the closest first: its `<code>`, itself, and the wrappers that
 * hold nothing but it.
 *
 * @param boundary Where wrappers end: the tag.
 */
export function chainOf(block: Element, boundary: Element): readonly Element[] {
  const code = block.querySelector('code');
  const chain = code ? [code, block] : [block];
  let wrapper = block.parentElement;
  while (wrapper && wrapper !== boundary && codeBlocks(wrapper).length <= 1) {
    chain.push(wrapper);
    wrapper = wrapper.parentElement;
  }
  return chain;
}
