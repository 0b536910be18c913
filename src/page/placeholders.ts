/**
 * Short words that stand for long texts while a document is a tree. A browser copies and escapes
 * what is in a tree, with each page again; a text that is put in afterwards is the one that it was.
 */
export class Placeholders {
  readonly #texts: string[] = [];
  /** No page can have it in its own markup. */
  readonly #word = `playground-${crypto.getRandomValues(new Uint32Array(3)).join('')}-`;

  /** What stands for the text of a script or a stylesheet, which has no markup in it. */
  hold(text: string): string {
    return `${this.#word}${this.#texts.push(text) - 1}-`;
  }

  /** What stands for a `data:` URL in an attribute. */
  holdUrl(url: string): string {
    const comma = url.indexOf(',');
    const [type, bytes] = [url.slice(0, comma), url.slice(comma)];
    // Types are the site's, and may have anything in them; what follows has nothing to escape.
    if (!/["&]/.test(type)) return this.hold(url);
    return this.hold(type.replaceAll('&', '&amp;').replaceAll('"', '&quot;') + bytes);
  }

  /** Markup with the texts in it. */
  fill(markup: string): string {
    if (this.#texts.length === 0) return markup;
    const parts = markup.split(new RegExp(`${this.#word}(\\d+)-`));
    return parts.map((part, i) => (i % 2 ? this.#texts[Number(part)] : part)).join('');
  }
}
