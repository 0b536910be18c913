/** What one child `<script type="text/x-django">` says, before anything is loaded. */
export interface Child {
  /** Empty where the author gave none. */
  readonly path: string;
  /** The text between the tags, `''` beside `src`. */
  readonly text: string;
  /** Absolute URL of the content. */
  readonly src?: string;
  /** As written, in lower case. */
  readonly encoding?: string;
  readonly preserveWhitespace: boolean;
  readonly hidden: boolean;
  readonly readonly: boolean;
  readonly selected: boolean;
  readonly label?: string;
  /** Names a file of the step before that goes; it says nothing else. */
  readonly deleted?: boolean;
}

/**
 * Every child of a tag that is a file, in the document's order. Markdown engines wrap children, so
 * any descendant counts unless it belongs to a playground further in.
 */
export function readChildren(element: Element): Child[] {
  return [...element.querySelectorAll('script[type="text/x-django" i]')]
    .filter(script => script.closest(element.localName) === element)
    .map(readChild);
}

function readChild(script: Element): Child {
  const src = script.getAttribute('src');
  const encoding = script.getAttribute('encoding')?.trim().toLowerCase();
  const label = script.getAttribute('label');
  return {
    path: script.getAttribute('path')?.trim() ?? '',
    text: src === null ? unescapeScript(script.textContent) : '',
    ...(src !== null && {src: resolve(src, script.baseURI)}),
    ...(encoding && {encoding}),
    preserveWhitespace: script.hasAttribute('preserve-whitespace'),
    hidden: script.hasAttribute('hidden'),
    readonly: script.hasAttribute('readonly'),
    selected: script.hasAttribute('selected'),
    ...(label && {label}),
    ...(script.hasAttribute('delete') && {deleted: true}),
  };
}

/**
 * HTML ends a script at the first `</script>`, which a template may well contain. Written as
 * `&lt;/script>` it comes through; with a real `>` at its end nobody writes it for anything else.
 */
function unescapeScript(text: string): string {
  return text.replace(/&lt;(\/script\s*>)/gi, '<$1');
}

/** A URL that cannot be resolved is left as it is, for the request to fail on. */
function resolve(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}
